package zhiyin.command;

import picocli.CommandLine.IVersionProvider;

class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[]{"zhiyin " + (version == null ? "from source" : version)};
    }
}
