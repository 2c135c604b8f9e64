package zhiyin.contact;

import java.util.List;

import com.google.i18n.phonenumbers.PhoneNumberUtil;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the operator's customers live.
 *
 * @param regions ISO 3166-1 codes, the home region first: a number that is written without its country code is read as dialled
 *                in the first region where it is valid
 */
@ConfigurationProperties("zhiyin")
public record ContactSettings(@DefaultValue( {
        "TW", "HK", "CN", "MO"}) List<String> regions){

    /** Refuses a region that has no phone numbers. */
    public ContactSettings {
        regions = List.copyOf(regions);
        for (String region : regions) {
            if (!PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)) {
                throw new IllegalArgumentException(
                        "zhiyin.regions: '%s' is not a region with phone numbers; write ISO 3166-1 codes such as TW"
                                .formatted(region));
            }
        }
    }
}
