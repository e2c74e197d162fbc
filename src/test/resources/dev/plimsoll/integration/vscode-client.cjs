// Speaks with a language server through the protocol library of VS Code, and prints what it sees. Variables: MODULES, the
// package.json beside the library's node_modules; PROJECT, the folder to open; SERVER, the server's command, as JSON.
'use strict';
const { spawn } = require('node:child_process');
const { readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { pathToFileURL } = require('node:url');
const lsp = createRequire(process.env.MODULES)('vscode-languageserver-protocol/node');

const project = process.env.PROJECT;
const folder = pathToFileURL(project).href;
const base = `${folder}/compose.yaml`;
const override = `${folder}/compose.override.yaml`;
const everything = { start: { line: 0, character: 0 }, end: { line: 100, character: 0 } };

const [program, ...options] = JSON.parse(process.env.SERVER);
const server = spawn(program, options, { cwd: project, stdio: ['pipe', 'pipe', 'inherit'] });
const exited = new Promise((resolve) => server.on('exit', resolve));
const connection = lsp.createProtocolConnection(
    new lsp.StreamMessageReader(server.stdout),
    new lsp.StreamMessageWriter(server.stdin),
);

const texts = new Map();
const versions = new Map();
const published = new Map();
let heard = () => {};
connection.onNotification(lsp.PublishDiagnosticsNotification.type, (params) => {
    published.set(params.uri, params);
    heard();
});
connection.onNotification(lsp.ShowMessageNotification.type, ({ message }) => console.log(`message: ${message}`));
connection.onNotification(lsp.LogMessageNotification.type, ({ message }) => console.log(`log: ${message}`));
connection.onRequest(lsp.ConfigurationRequest.type, ({ items }) => items.map(() => ({ hostMemory: '4g' })));
connection.onRequest(lsp.RegistrationRequest.type, () => {});
connection.onRequest(lsp.ShowDocumentRequest.type, () => ({ success: true }));
connection.listen();

/** The rules of a document's findings, sorted. */
function rules(uri) {
    return (published.get(uri)?.diagnostics ?? []).map(({ code }) => code).sort().join();
}

/** Waits until the findings of a document's newest text are what is expected; says what they are in the end. */
async function findings(uri, expected) {
    const until = Date.now() + 20_000;
    const current = () => published.get(uri)?.version === versions.get(uri) && rules(uri) === expected;
    while (!current() && Date.now() < until) {
        await new Promise((resolve) => {
            heard = resolve;
            setTimeout(resolve, until - Date.now()).unref();
        });
    }
    return rules(uri);
}

function open(uri, text) {
    texts.set(uri, text);
    versions.set(uri, 1);
    connection.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId: 'dockercompose', version: 1, text },
    });
}

/** Changes a document by edits, the last one first, as VS Code sends them. */
function change(uri, edits) {
    const offset = ({ line, character }) =>
        texts.get(uri).split('\n').slice(0, line).reduce((sum, each) => sum + each.length + 1, character);
    const contentChanges = edits
        .map(({ range, newText }) => ({ range, text: newText }))
        .sort((a, b) => offset(b.range.start) - offset(a.range.start));
    for (const { range, text } of contentChanges) {
        const [start, end] = [offset(range.start), offset(range.end)];
        texts.set(uri, texts.get(uri).slice(0, start) + text + texts.get(uri).slice(end));
    }
    versions.set(uri, versions.get(uri) + 1);
    connection.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
        textDocument: { uri, version: versions.get(uri) },
        contentChanges,
    });
}

/** How many of several requests that are cancelled at once answer that they were. */
async function cancelled() {
    const answers = [];
    for (let i = 0; i < 10; i++) {
        const source = new lsp.CancellationTokenSource();
        const params = { textDocument: { uri: base }, range: everything, context: { diagnostics: [] } };
        answers.push(connection.sendRequest(lsp.CodeActionRequest.type, params, source.token));
        source.cancel();
    }
    const outcomes = await Promise.allSettled(answers);
    return outcomes.filter(({ reason }) => reason?.code === lsp.LSPErrorCodes.RequestCancelled).length;
}

async function session() {
    const textDocument = { uri: base };
    const { capabilities } = await connection.sendRequest(lsp.InitializeRequest.type, {
        processId: process.pid,
        rootUri: folder,
        workspaceFolders: [{ uri: folder, name: 'project' }],
        initializationOptions: { showsBudget: true },
        capabilities: {
            workspace: {
                configuration: true,
                didChangeWatchedFiles: { dynamicRegistration: true },
                workspaceEdit: { documentChanges: true, resourceOperations: ['create'] },
            },
            window: { showDocument: { support: true } },
            textDocument: {
                publishDiagnostics: { versionSupport: true, relatedInformation: true, codeDescriptionSupport: true },
                codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
            },
        },
    });
    console.log(`commands: ${capabilities.executeCommandProvider.commands.join()}`);
    connection.sendNotification(lsp.InitializedNotification.type, {});

    open(base, readFileSync(`${project}/compose.yaml`, 'utf8'));
    console.log(`open: ${await findings(base, 'swap-limit-missing,tmpfs-invalid-size,tmpfs-unbounded')}`);
    open(override, 'services:\n  db:\n    memswap_limit: 2g\n');
    console.log(`with an unsaved override: ${await findings(base, 'tmpfs-invalid-size,tmpfs-unbounded')}`);
    change(override, [
        { range: { start: { line: 2, character: 4 }, end: { line: 2, character: 21 } }, newText: 'mem_limt: 2g' },
    ]);
    console.log(`typed: ${await findings(base, 'swap-limit-missing,tmpfs-invalid-size,tmpfs-unbounded')}`);
    console.log(`in the override: ${await findings(override, 'schema')}`);

    const invalid = published.get(base).diagnostics.find(({ code }) => code === 'tmpfs-invalid-size');
    console.log(`page: ${invalid.codeDescription.href.split('/').pop()}`);
    const actions = await connection.sendRequest(lsp.CodeActionRequest.type, {
        textDocument,
        range: invalid.range,
        context: { diagnostics: [invalid] },
    });
    console.log(`actions: ${actions.map(({ title }) => title).join(', ')}`);
    const fix = await connection.sendRequest(lsp.CodeActionResolveRequest.type, actions[0]);
    const [edited] = fix.edit.documentChanges;
    console.log(`edits version ${edited.textDocument.version} of ${versions.get(base)}`);
    change(base, edited.edits);
    writeFileSync(`${project}/compose.yaml`, texts.get(base));
    connection.sendNotification(lsp.DidSaveTextDocumentNotification.type, { textDocument });
    console.log(`fixed: ${await findings(base, 'swap-limit-missing,tmpfs-unbounded')}`);

    const hover = await connection.sendRequest(lsp.HoverRequest.type, {
        textDocument,
        position: { line: 3, character: 6 },
    });
    console.log(`hover: ${hover.contents.kind}, ${hover.contents.value.includes('2g')}`);
    const [lens] = await connection.sendRequest(lsp.CodeLensRequest.type, { textDocument });
    console.log(`lens: ${lens.command.command} on line ${lens.range.start.line}`);
    const hints = await connection.sendRequest(lsp.InlayHintRequest.type, { textDocument, range: everything });
    console.log(`hints: ${hints.map(({ label }) => label).join()}`);
    const drawn = await connection.sendRequest(lsp.ExecuteCommandRequest.type, {
        command: 'plimsoll.budget',
        arguments: lens.command.arguments,
    });
    console.log(`budget: ${drawn.startsWith('<svg') && drawn.includes('4g')}, styles: ${drawn.split('<style>').length - 1}`);
    const end = texts.get(base).split('\n').length - 1;
    const place = { line: end, character: 0 };
    change(base, [{ range: { start: place, end: place }, newText: '# plimsoll: ignore[tmpfs-un' }]);
    const completed = await connection.sendRequest(lsp.CompletionRequest.type, {
        textDocument,
        position: { line: end, character: 28 },
    });
    const items = Array.isArray(completed) ? completed : completed.items;
    console.log(`completion: ${items.some(({ label }) => label === 'tmpfs-unbounded')}`);

    change(base, [{ range: { start: place, end: place }, newText: '#\n' }]);
    console.log(`cancelled: ${(await cancelled()) > 0}`);

    await connection.sendRequest(lsp.ShutdownRequest.type);
    await connection.sendNotification(lsp.ExitNotification.type);
    console.log(`exit code: ${await exited}`);
}

session().then(
    () => process.exit(0),
    (error) => {
        console.log(error);
        server.kill();
        process.exit(1);
    },
);
