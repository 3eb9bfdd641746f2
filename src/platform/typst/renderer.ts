import { fork, type ChildProcess } from 'node:child_process';
import { MusterError } from '../../kernel/errors.ts';
import type { TypstAnswer, TypstJob } from './job.ts';

export interface TypstLimits {
  /** Children at most. */
  readonly children: number;
  /** A job that takes longer is stopped, with its child. */
  readonly milliseconds: number;
  /** A child that has done so many jobs, or holds more bytes of memory, gives way to a fresh one. */
  readonly jobs: number;
  readonly memory: number;
}

export interface TypstRenderer {
  /**
   * Bytes of a tagged PDF from a template in `templates/`.
   * @throws MusterError `unavailable` when the job ran out of time, its child died, or the renderer is closed;
   *   `unusable-data` when the template refuses the data.
   */
  readonly pdf: (template: string, inputs: TypstJob['inputs']) => Promise<Uint8Array>;
  /** Process ids of the children that run now. */
  readonly children: () => readonly number[];
  /** Stops every child; jobs that still wait fail as `unavailable`. */
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly job: TypstJob;
  readonly resolve: (pdf: Uint8Array) => void;
  readonly reject: (fault: MusterError) => void;
}

interface Child {
  readonly process: ChildProcess;
  readonly ended: Promise<void>;
  current: Waiting | null;
  timer: ReturnType<typeof setTimeout> | null;
  done: number;
}

const defaults: TypstLimits = { children: 2, milliseconds: 60_000, jobs: 50, memory: 400 * 1024 * 1024 };

const unavailable = (reason: string): MusterError => new MusterError({ code: 'unavailable', reason });

/**
 * Renders Typst templates in child processes: the compiler blocks its thread, keeps its memory, and could die on bad
 * input, none of which the server may notice. Children start with the first job and carry none of the server's
 * environment. Nothing is written to disk.
 */
export function typstRenderer(limits: Partial<TypstLimits> = {}): TypstRenderer {
  const { children: most, milliseconds, jobs, memory } = { ...defaults, ...limits };
  const children = new Set<Child>();
  const queue: Waiting[] = [];
  let closed = false;
  let lastId = 0;

  const settle = (child: Child): Waiting | null => {
    const waiting = child.current;
    if (child.timer !== null) clearTimeout(child.timer);
    child.current = null;
    child.timer = null;
    return waiting;
  };

  const retire = (child: Child): void => {
    children.delete(child);
    child.process.kill('SIGKILL');
  };

  const onAnswer = (child: Child, answer: TypstAnswer): void => {
    const waiting = settle(child);
    child.done += 1;
    if ('pdf' in answer) {
      if (child.done >= jobs || answer.memory > memory) retire(child);
      waiting?.resolve(answer.pdf);
    } else {
      waiting?.reject(new MusterError({ code: 'unusable-data', reason: `The PDF cannot be made: ${answer.problem}` }));
    }
    next();
  };

  const start = (): Child => {
    const process = fork(new URL('./child.ts', import.meta.url), [], {
      serialization: 'advanced',
      execArgv: [],
      env: {},
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const { promise: ended, resolve: onEnd } = Promise.withResolvers<void>();
    const child: Child = { process, ended, current: null, timer: null, done: 0 };
    const gone = (how: string): void => {
      children.delete(child);
      onEnd();
      settle(child)?.reject(unavailable(`The program that makes PDFs ${how}. Try again.`));
      next();
    };
    process.on('message', (answer: TypstAnswer) => onAnswer(child, answer));
    process.once('exit', () => gone('stopped'));
    process.once('error', () => gone('could not be started'));
    // An idle child must not keep the command line alive.
    process.unref();
    process.channel?.unref();
    children.add(child);
    return child;
  };

  const give = (child: Child, waiting: Waiting): void => {
    child.current = waiting;
    child.timer = setTimeout(() => {
      settle(child)?.reject(unavailable(`The PDF took longer than ${milliseconds / 1000} seconds.`));
      retire(child);
      next();
    }, milliseconds);
    child.process.send(waiting.job, (error) => {
      if (error !== null) retire(child);
    });
  };

  const next = (): void => {
    if (closed) return;
    while (queue.length > 0) {
      const idle = [...children].find((child) => child.current === null);
      if (idle === undefined && children.size >= most) return;
      const waiting = queue.shift();
      if (waiting !== undefined) give(idle ?? start(), waiting);
    }
  };

  return {
    pdf: (template, inputs) => {
      if (closed) return Promise.reject(unavailable('Documents are no longer made: Muster is stopping.'));
      lastId += 1;
      const { promise, resolve, reject } = Promise.withResolvers<Uint8Array>();
      queue.push({ job: { id: lastId, template, inputs }, resolve, reject });
      next();
      return promise;
    },
    children: () => [...children].flatMap((child) => child.process.pid ?? []),
    close: async () => {
      closed = true;
      for (const waiting of queue.splice(0)) waiting.reject(unavailable('Muster is stopping.'));
      const running = [...children];
      for (const child of running) {
        child.process.ref();
        child.process.kill('SIGKILL');
      }
      await Promise.all(running.map((child) => child.ended));
    },
  };
}
