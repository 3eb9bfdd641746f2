/** What the renderer asks its child to do. Texts reach the template as data (`sys.inputs`), never as source. */
export interface TypstJob {
  readonly id: number;
  /** File in `templates/`, without its ending. */
  readonly template: string;
  readonly inputs: { readonly [name: string]: string };
}

export type TypstAnswer =
  | {
      readonly id: number;
      readonly pdf: Uint8Array;
      /** Resident memory of the child in bytes. */ readonly memory: number;
    }
  | { readonly id: number; readonly problem: string };
