package zhiyin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The hub. */
@SpringBootApplication
public class Zhiyin {

    static void main(String[] args) {
        SpringApplication.run(Zhiyin.class, args);
    }
}
