package zhiyin;

import org.springframework.boot.autoconfigure.SpringBootApplication;

import zhiyin.command.Commands;

/** The hub. */
@SpringBootApplication
public class Zhiyin {

    static void main(String[] args) {
        Commands.run(Zhiyin.class, args);
    }
}
