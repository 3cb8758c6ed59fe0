<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja_JP" sourcelanguage="en_US">
<context>
    <name>tenken::cli::CommandLine</name>
    <message>
        <source>Run tenken-cli --help for the list of commands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenken: information-security self-inspection and audit for municipalities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options for every command: --help --version --json --lang ja|en</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>tenken::cli::Prompt</name>
    <message>
        <source>Passphrase: </source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
