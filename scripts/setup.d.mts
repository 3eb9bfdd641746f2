export const root: string;
export function nodeProgram(): string;
export function run(command: string, args: readonly string[], options?: object): void;
export function installDependencies(): void;
export function buildPages(): void;
