package zhiyin.console;

import java.time.Duration;

import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Where the console is found, and how long browsers may keep its parts. */
@Configuration(proxyBeanMethods = false)
class ConsolePages implements WebMvcConfigurer {

    private static final String FILES = "classpath:/console/";

    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addRedirectViewController("/", "/console/");
        pages.addRedirectViewController("/console", "/console/").setKeepQueryParams(true);
        // An empty path never reaches a resource resolver.
        pages.addViewController("/console/").setViewName("forward:/console/index.html");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        // The names of assets carry a hash of their content, so a name never means something else.
        files.addResourceHandler("/console/assets/**").addResourceLocations(FILES + "assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
                .resourceChain(true).addResolver(new EncodedResourceResolver()).addResolver(new PathResourceResolver());
        files.addResourceHandler("/console/**").addResourceLocations(FILES).setCacheControl(CacheControl.noCache())
                .resourceChain(false).addResolver(new PageResolver());
    }
}
