import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';

/** Draws the load lines of a document as SVG, from the texts as they are in the editor; empty if it has none. */
export type Draw = (uri: string) => Promise<string>;

/** Milliseconds without a change after which the picture is drawn again. */
const PAUSE = 200;

/**
 * The picture's own colors follow the system; here they follow the editor's theme. The names of the variables are those
 * of the SVG.
 */
const STYLE = `
body{padding:16px}
body .plimsoll-budget{max-width:100%;height:auto;font-family:var(--vscode-font-family);--paper:transparent;
--ink:var(--vscode-editor-foreground);--soft:var(--vscode-descriptionForeground);
--track:color-mix(in srgb,var(--vscode-editor-foreground) 12%,transparent);
--hull:color-mix(in srgb,var(--vscode-editor-foreground) 35%,transparent);
--a:var(--vscode-charts-blue);--b:color-mix(in srgb,var(--vscode-charts-blue) 70%,var(--vscode-editor-background));
--c:color-mix(in srgb,var(--vscode-charts-blue) 45%,var(--vscode-editor-background));
--d:var(--vscode-charts-purple);--open:var(--vscode-charts-orange);--over:var(--vscode-charts-red)}
`;

/** The memory budget beside the text, of the Compose file that was looked at last. */
export class BudgetView implements vscode.Disposable {
    private panel: vscode.WebviewPanel | undefined;
    private document: string | undefined;
    private timer: NodeJS.Timeout | undefined;
    /** Counts what was asked, so that a late answer does not replace a newer one. */
    private asked = 0;
    private readonly subscriptions: vscode.Disposable[] = [];

    constructor(private readonly draw: Draw) {
        this.subscriptions.push(
            vscode.workspace.onDidChangeTextDocument(() => this.later()),
            vscode.workspace.onDidSaveTextDocument(() => this.later()),
            vscode.window.onDidChangeActiveTextEditor((editor) => {
                if (editor !== undefined && isCompose(editor.document)) {
                    this.document = editor.document.uri.toString();
                    this.later();
                }
            }),
        );
    }

    /** Opens the view, or brings it to the front. */
    async show(uri: string): Promise<void> {
        this.document = uri;
        if (this.panel === undefined) {
            const where = { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true };
            // It is a picture: no script runs in it, and it reads no file.
            const rights = { enableScripts: false, localResourceRoots: [] };
            this.panel = vscode.window.createWebviewPanel('plimsoll.budget', 'Memory Budget', where, rights);
            this.panel.onDidDispose(() => (this.panel = undefined));
        } else {
            this.panel.reveal(undefined, true);
        }
        await this.refresh();
    }

    /** Draws again soon, if there is anything to see. */
    later(): void {
        clearTimeout(this.timer);
        if (this.panel !== undefined) {
            this.timer = setTimeout(() => void this.refresh(), PAUSE);
        }
    }

    private async refresh(): Promise<void> {
        const uri = this.document;
        if (uri === undefined) {
            return;
        }
        const number = ++this.asked;
        let svg = '';
        try {
            svg = await this.draw(uri);
        } catch {
            // the server has stopped, which its own message says
        }
        if (this.panel !== undefined && number === this.asked) {
            this.panel.webview.html = page(svg);
        }
    }

    dispose(): void {
        clearTimeout(this.timer);
        this.panel?.dispose();
        this.subscriptions.forEach((subscription) => subscription.dispose());
    }
}

/** Whether a document may be a Compose file. */
export function isCompose(document: vscode.TextDocument): boolean {
    return document.languageId === 'yaml' || document.languageId === 'dockercompose';
}

/** A page that may load nothing and run nothing; only its own two styles are allowed. */
function page(svg: string): string {
    const nonce = randomBytes(16).toString('base64');
    const picture =
        svg === ''
            ? '<p>No memory limits or tmpfs mounts here.</p>'
            : svg.replace('<style>', `<style nonce="${nonce}">`);
    return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-${nonce}'">
<title>Memory Budget</title>
<style nonce="${nonce}">${STYLE}</style>
</head>
<body>${picture}</body>
</html>`;
}
