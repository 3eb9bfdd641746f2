/** How far a long piece of work is. `done` of `of` are rows of the present stage. */
export interface Progress {
  readonly stage: 'reading' | 'comparing' | 'writing' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly of: number;
}

/** One piece of work under way, as the one who does it sees it. */
export interface Ticket {
  readonly tell: (progress: Progress) => void;
  readonly isCancelled: () => boolean;
  readonly end: (stage: 'done' | 'cancelled' | 'failed') => void;
}

/** What is under way in this process, by a name that whoever started it has given it. */
export interface UnderWay {
  readonly begin: (name: string) => Ticket;
  readonly progressOf: (name: string) => Progress | null;
  /** Asks to leave it, and says how far it is. Once writing has begun it is not left any more. */
  readonly cancel: (name: string) => Progress | null;
}

/** So many pieces are remembered; the oldest leaves first. */
const REMEMBERED = 500;

const ENDED: ReadonlySet<Progress['stage']> = new Set(['done', 'cancelled', 'failed']);

export function openUnderWay(): UnderWay {
  const pieces = new Map<string, { progress: Progress; cancelled: boolean }>();
  const isOver = ({ stage }: Progress): boolean => stage === 'writing' || ENDED.has(stage);
  return {
    begin(name) {
      const piece: { progress: Progress; cancelled: boolean } = {
        progress: { stage: 'reading', done: 0, of: 0 },
        cancelled: false,
      };
      pieces.delete(name);
      pieces.set(name, piece);
      const [oldest] = pieces.keys();
      if (pieces.size > REMEMBERED && oldest !== undefined) pieces.delete(oldest);
      return {
        tell: (progress) => void (piece.progress = progress),
        isCancelled: () => piece.cancelled,
        end: (stage) => void (piece.progress = { ...piece.progress, stage }),
      };
    },
    progressOf: (name) => pieces.get(name)?.progress ?? null,
    cancel(name) {
      const piece = pieces.get(name);
      if (piece === undefined) return null;
      if (!isOver(piece.progress)) {
        piece.cancelled = true;
        piece.progress = { ...piece.progress, stage: 'cancelled' };
      }
      return piece.progress;
    },
  };
}
