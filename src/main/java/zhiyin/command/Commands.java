package zhiyin.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The hub's command line. Without a command it serves. */
@Command(name = "zhiyin", description = "A GraphQL customer-360 data hub.", mixinStandardHelpOptions = true, versionProvider = Version.class)
public final class Commands {

    private Commands() {}

    /**
     * Runs the command that the arguments name, and ends the process unless it serves.
     *
     * @param application the class that names the hub's Spring context
     * @param args        command, options and, for commands that start the context, {@code --property=value}
     */
    public static void run(Class<?> application, String[] args) {
        CommandLine line = line(application);
        int code = line.execute(hasCommand(line, args) ? args : prepend("serve", args));
        if (code != Serve.SERVING) {
            System.exit(code);
        }
    }

    static CommandLine line(Class<?> application) {
        CommandLine line = new CommandLine(new Commands()).addSubcommand(new Serve(application))
                .addSubcommand(new LoadCommand(application)).addSubcommand(new ReindexCommand(application))
                .addSubcommand(new VerifyCommand(application)).addSubcommand(new Generate())
                .addSubcommand(new Health()).addSubcommand(new ScheduleCommand()).addSubcommand(new BackfillCommand())
                .addSubcommand(new SourceCommand()).addSubcommand(new RejectsCommand())
                .addSubcommand(new LineageCommand());
        line.getSubcommands().values().forEach(command -> command.setUnmatchedOptionsArePositionalParams(true));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure.getMessage());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return line;
    }

    private static boolean hasCommand(CommandLine line, String[] args) {
        return args.length > 0 && (line.getSubcommands().containsKey(args[0]) || !args[0].startsWith("--")
                || args[0].equals("--help") || args[0].equals("--version"));
    }

    private static String[] prepend(String first, String[] rest) {
        String[] all = new String[rest.length + 1];
        all[0] = first;
        System.arraycopy(rest, 0, all, 1, rest.length);
        return all;
    }
}
