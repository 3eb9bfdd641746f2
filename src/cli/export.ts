import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { accountabilityMatrix } from '../capabilities/documents/accountability-matrix.ts';
import { documentFormats, documentNames, papers } from '../capabilities/documents/model.ts';
import { MusterError } from '../kernel/errors.ts';
import { documentRenderer } from '../platform/documents/render.ts';
import { choiceOption, dateOption, required, textOption, usage } from './argument.ts';
import type { Command } from './command.ts';
import { factsFor } from './facts.ts';

export const exportCommand: Command = {
  usage: `export ${documentNames.join('|')} --format ${documentFormats.join('|')} --out FILE [--paper ${papers.join('|')}] [--on DATE] [--recorded-at TIME]`,
  summary: 'writes a document with the date of the facts, and position and hash of the trail',
  options: {
    format: { type: 'string' },
    out: { type: 'string' },
    paper: { type: 'string' },
    on: { type: 'string' },
    'recorded-at': { type: 'string' },
  },
  desk: true,
  async run(args, desk) {
    const name = required(args, 0, 'DOCUMENT');
    if (!documentNames.some((known) => known === name))
      throw usage(`There is no document "${name}". Accepted: ${documentNames.join(', ')}.`);
    const format = choiceOption(args, 'format', documentFormats);
    const out = textOption(args, 'out');
    if (format === undefined) throw usage('--format is missing.');
    if (out === undefined) throw usage('--out is missing.');
    const snapshot = await factsFor(args, desk);
    const document = accountabilityMatrix(snapshot, dateOption(args, 'on') ?? desk.clock.today());
    const renderer = documentRenderer();
    try {
      const bytes = await renderer.renderDocument(document, format, {
        paper: choiceOption(args, 'paper', papers) ?? 'a4',
      });
      await writeFile(out, bytes).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        throw new MusterError(
          { code: 'unavailable', reason: `"${out}" cannot be written: ${reason}` },
          { cause: error },
        );
      });
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const trail = { seq: snapshot.trail.sequence, hash: snapshot.trail.hash };
      return {
        json: { file: out, bytes: bytes.byteLength, sha256, trail },
        text: `${out}: ${bytes.byteLength} bytes, sha256 ${sha256}, trail ${trail.seq} ${trail.hash}`,
      };
    } finally {
      await renderer.close();
    }
  },
};
