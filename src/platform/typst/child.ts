import { join } from 'node:path';
import { NodeCompiler, PdfStandard } from '@myriaddreamin/typst-ts-node-compiler';
import { MusterError } from '../../kernel/errors.ts';
import { fontFiles } from './font.ts';
import type { TypstAnswer, TypstJob } from './job.ts';
import { withTableHeaders } from './table-header.ts';

const templates = join(import.meta.dirname, 'templates');
const compiler = NodeCompiler.create({ workspace: templates, fontArgs: [{ fontBlobs: fontFiles() }] });

type Compiled = NonNullable<ReturnType<typeof compiler.compile>['result']>;

/** The text of whatever the compiler throws. */
const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * PDF/UA-1 where every letter has a glyph. A name in a script that no installed typeface has is still printed, tagged
 * but without the claim to the standard, rather than refused.
 */
function exported(compiled: Compiled): Uint8Array {
  try {
    return compiler.pdf(compiled, { pdfStandard: PdfStandard.UA_1 });
  } catch (error) {
    if (!reason(error).includes('could not be displayed')) throw error;
    return compiler.pdf(compiled, { pdfStandard: PdfStandard.V_1_7 });
  }
}

function render(job: TypstJob): Uint8Array {
  const result = compiler.compile({ mainFilePath: join(templates, `${job.template}.typ`), inputs: { ...job.inputs } });
  const compiled = result.result;
  if (compiled === null)
    throw new MusterError({
      code: 'unusable-data',
      reason: `The template ${job.template} does not compile: ${JSON.stringify(result.takeError()?.shortDiagnostics)}`,
    });
  return withTableHeaders(exported(compiled));
}

function answer(job: TypstJob): TypstAnswer {
  try {
    const pdf = render(job);
    return { id: job.id, pdf, memory: process.memoryUsage.rss() };
  } catch (error) {
    return { id: job.id, problem: reason(error) };
  } finally {
    compiler.evictCache(0);
  }
}

process.on('message', (job: TypstJob) => {
  process.send?.(answer(job));
});
// Without its parent a child has nobody to answer.
process.on('disconnect', () => process.exit(0));
