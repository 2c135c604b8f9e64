package zhiyin.sample;

/** A door somebody lives behind: the area it is in, and the rest of its address in Chinese (or local) and Western order. */
record Place(Area area, String local, String western) {

    /** A row of areas.csv. */
    record Area(String postalCode, String country, String province, String city, int population, String provinceEnglish,
            String cityEnglish, String areaCode) {}

    /** The way people put it, which is not always the way the register does. */
    String written(Dice dice, boolean westernOrder) {
        if (westernOrder || western.equals(local)) {
            return western;
        }
        return switch (dice.below(10)) {
            case 0 -> PhoneNumber.fullWidth(local);
            case 1 -> local.replace('臺', '台');
            case 2 -> local.startsWith(area.province()) ? local.substring(area.province().length()) : local;
            case 3 -> local.replace("樓", "F");
            case 4 -> area.postalCode() + local;
            default -> local;
        };
    }
}
