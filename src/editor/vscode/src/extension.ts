import * as vscode from 'vscode';
import {
    type Executable,
    LanguageClient,
    type LanguageClientOptions,
} from 'vscode-languageclient/node';
import { BudgetView, isCompose } from './budget';
import { find, type Program } from './program';
import { chooseRule, RulePages } from './rules';

const INSTALLATION = 'https://github.com/plimsoll-dev/plimsoll/blob/main/src/docs/editors.md#vs-code';

/** What the server may have something to say about, or reads together with such a file. */
const LANGUAGES = [
    'dockercompose',
    'yaml',
    'github-actions-workflow',
    'dockerfile',
    'dotenv',
    'shellscript',
    'powershell',
    'bat',
    'makefile',
    'markdown',
    'mdx',
    'asciidoc',
    'restructuredtext',
];

/** Files of which not every version of the editor knows the language. */
const PATTERNS = ['**/.env', '**/.env.*', '**/*.env', '**/.gitlab-ci*.{yml,yaml}'];

/** Commands of the server; the client library registers them. */
const EXPLAIN = 'plimsoll.explain';
const BUDGET = 'plimsoll.budget';

/** The server, and what is said about it. */
class Plimsoll implements vscode.Disposable {
    readonly output = vscode.window.createOutputChannel('Plimsoll', { log: true });
    private readonly pages = new RulePages();
    private readonly budget = new BudgetView((uri) => this.ask(BUDGET, uri));
    private readonly status: vscode.LanguageStatusItem;
    private client: LanguageClient | undefined;
    /** Starts and stops happen one after the other. */
    private turn: Promise<void> = Promise.resolve();

    constructor(private readonly extension: vscode.ExtensionContext) {
        this.status = vscode.languages.createLanguageStatusItem('plimsoll', selector());
        this.status.name = 'Plimsoll';
        this.status.command = { command: 'plimsoll.showOutput', title: 'Show output' };
    }

    /** Starts the server, after stopping the one that runs. */
    restart(): Promise<void> {
        this.turn = this.turn.then(async () => {
            await this.stop();
            await this.start();
        });
        return this.turn;
    }

    private async start(): Promise<void> {
        this.say('Plimsoll', true);
        // In a workspace that is not trusted the editor leaves out the workspace's own value.
        const setting = vscode.workspace.getConfiguration('plimsoll').get('path', '').trim();
        const program = await find({
            setting,
            extension: this.extension.extensionPath,
            path: process.env['PATH'] ?? '',
            windows: process.platform === 'win32',
        });
        if (program === undefined) {
            this.notFound(setting);
            return;
        }
        this.output.info(`starts ${program.file} (from ${program.from})`);
        const client = new LanguageClient('plimsoll', 'Plimsoll', executable(program), this.options());
        this.client = client;
        try {
            await client.start();
            const version = client.initializeResult?.serverInfo?.version ?? '';
            this.say(`Plimsoll ${version}`.trim());
            this.budget.later();
        } catch (error) {
            this.output.error(`${program.file} does not start: ${error}`);
            this.say('Plimsoll did not start', false, vscode.LanguageStatusSeverity.Error);
        }
    }

    /** Stops the server. */
    async stop(): Promise<void> {
        const client = this.client;
        this.client = undefined;
        try {
            await client?.dispose();
        } catch (error) {
            // one that did not start, or has ended by itself, cannot be stopped
            this.output.debug(`on stopping: ${error}`);
        }
    }

    private options(): LanguageClientOptions {
        return {
            documentSelector: selector(),
            outputChannel: this.output,
            synchronize: { configurationSection: 'plimsoll' },
            // Load lines may be clicked: plimsoll.showBudget is ours. The server asks for the settings when it has started.
            initializationOptions: { showsBudget: true },
            middleware: {
                executeCommand: async (command, args, next) => {
                    const answer: unknown = await next(command, args);
                    if (command === EXPLAIN) {
                        await this.pages.show(String(args[0]), String(answer ?? ''));
                    }
                    return answer;
                },
                window: {
                    // The server offers the page in a browser; here it is shown in the editor.
                    showDocument: async () => ({ success: true }),
                },
            },
        };
    }

    private async ask(command: string, argument: string): Promise<string> {
        const answer: unknown = await this.client?.sendRequest('workspace/executeCommand', {
            command,
            arguments: [argument],
        });
        return typeof answer === 'string' ? answer : '';
    }

    /** Shows the memory budget of a document, or of the one in the active editor. */
    async showBudget(uri?: unknown): Promise<void> {
        const document = vscode.window.activeTextEditor?.document;
        if (typeof uri === 'string') {
            await this.budget.show(uri);
        } else if (document !== undefined && isCompose(document)) {
            await this.budget.show(document.uri.toString());
        } else {
            void vscode.window.showInformationMessage('Plimsoll draws the memory budget of a Compose file: open one first.');
        }
    }

    /** Shows the page of a rule that the user chooses. */
    async explain(): Promise<void> {
        const rule = await chooseRule();
        if (rule !== undefined && this.client !== undefined) {
            await this.pages.show(rule, await this.ask(EXPLAIN, rule));
        }
    }

    private say(text: string, busy = false, severity = vscode.LanguageStatusSeverity.Information): void {
        this.status.text = text;
        this.status.busy = busy;
        this.status.severity = severity;
    }

    private notFound(setting: string): void {
        this.say('Plimsoll not found', false, vscode.LanguageStatusSeverity.Error);
        const message =
            setting === ''
                ? 'Plimsoll is not installed: there is no program "plimsoll" on PATH.'
                : `Plimsoll cannot be started: the setting plimsoll.path must be the absolute path of a program, and "${setting}" is not.`;
        this.output.error(message);
        // Nobody waits for the answer: the message may stay for hours.
        void vscode.window.showErrorMessage(message, 'How to Install', 'Open Settings').then((choice) => {
            if (choice === 'How to Install') {
                return vscode.env.openExternal(vscode.Uri.parse(INSTALLATION));
            }
            return choice === undefined
                ? undefined
                : vscode.commands.executeCommand('workbench.action.openSettings', 'plimsoll.path');
        });
    }

    dispose(): void {
        this.budget.dispose();
        this.pages.dispose();
        this.status.dispose();
        this.output.dispose();
    }
}

/** Files on the disk only: the server reads what is beside them. */
function selector(): ({ scheme: string; language: string } | { scheme: string; pattern: string })[] {
    return [
        ...LANGUAGES.map((language) => ({ scheme: 'file', language })),
        ...PATTERNS.map((pattern) => ({ scheme: 'file', pattern })),
    ];
}

function executable(program: Program): Executable {
    // Windows starts a .cmd file through its shell only, which wants quotes around a path with blanks.
    const shell = /\.(cmd|bat)$/i.test(program.file);
    return { command: shell ? `"${program.file}"` : program.file, args: ['lsp'], options: { shell } };
}

let plimsoll: Plimsoll | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
    const own = new Plimsoll(context);
    plimsoll = own;
    const command = (name: string, run: (argument?: unknown) => unknown): vscode.Disposable =>
        vscode.commands.registerCommand(`plimsoll.${name}`, run);
    context.subscriptions.push(
        own,
        command('restart', () => own.restart()),
        command('showBudget', (uri) => own.showBudget(uri)),
        command('explainRule', () => own.explain()),
        command('fixAll', () =>
            vscode.commands.executeCommand('editor.action.codeAction', {
                kind: 'source.fixAll.plimsoll',
                apply: 'first',
            }),
        ),
        command('showOutput', () => own.output.show()),
        vscode.workspace.onDidChangeConfiguration((event) => {
            if (event.affectsConfiguration('plimsoll.path')) {
                void own.restart();
            }
        }),
        // the workspace's own path counts from now on
        vscode.workspace.onDidGrantWorkspaceTrust(() => void own.restart()),
    );
    await own.restart();
}

export async function deactivate(): Promise<void> {
    await plimsoll?.stop();
}
