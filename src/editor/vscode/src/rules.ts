import * as vscode from 'vscode';

const SCHEME = 'plimsoll-rule';

/** Shows pages of rules, which come from the server, in the editor's own preview: without a browser or a network. */
export class RulePages implements vscode.TextDocumentContentProvider, vscode.Disposable {
    private readonly pages = new Map<string, string>();
    private readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);

    provideTextDocumentContent(uri: vscode.Uri): string {
        return this.pages.get(uri.path) ?? '';
    }

    /** Shows the page of a rule; an empty one means that there is no such rule. */
    async show(rule: string, page: string): Promise<void> {
        if (page === '') {
            void vscode.window.showWarningMessage(`Plimsoll has no rule "${rule}".`);
            return;
        }
        const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${rule}.md` });
        this.pages.set(uri.path, page);
        await vscode.commands.executeCommand('markdown.showPreview', uri);
    }

    dispose(): void {
        this.registration.dispose();
    }
}

/** Asks which rule: those with findings in the document come first, those on the cursor's line before the others. */
export async function chooseRule(): Promise<string | undefined> {
    const editor = vscode.window.activeTextEditor;
    const found = editor === undefined ? [] : findings(editor);
    if (found.length > 0) {
        const other = { label: 'Another rule…' };
        const choice = await vscode.window.showQuickPick([...found, other], { title: 'Explain a Rule' });
        if (choice !== other) {
            return choice?.label;
        }
    }
    const typed = await vscode.window.showInputBox({ title: 'Explain a Rule', placeHolder: 'tmpfs-unbounded' });
    return typed === undefined || typed.trim() === '' ? undefined : typed.trim();
}

function findings(editor: vscode.TextEditor): vscode.QuickPickItem[] {
    const line = editor.selection.active.line;
    const distance = (diagnostic: vscode.Diagnostic): number => Math.abs(diagnostic.range.start.line - line);
    const items = new Map<string, vscode.QuickPickItem>();
    const diagnostics = vscode.languages
        .getDiagnostics(editor.document.uri)
        .filter((diagnostic) => diagnostic.source === 'plimsoll')
        .sort((a, b) => distance(a) - distance(b));
    for (const { code, message } of diagnostics) {
        const rule = String(typeof code === 'object' ? code.value : code);
        if (!items.has(rule)) {
            items.set(rule, { label: rule, detail: message });
        }
    }
    return [...items.values()];
}
