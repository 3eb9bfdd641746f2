import { z } from 'zod';
import findingsJson from './data/common-findings.json' with { type: 'json' };

/** What auditors often write about resources, and which criterion of the checklist is nearest to it. */
export interface CommonFinding {
  readonly id: string;
  readonly clause: string;
  readonly typicalGrade: string;
  readonly finding: string;
  readonly detection: string;
  readonly criteria: readonly string[];
}

const findingFile: z.ZodType<{ findings: CommonFinding[] }> = z.object({
  findings: z.array(
    z.object({
      id: z.string(),
      clause: z.string(),
      typicalGrade: z.string(),
      finding: z.string(),
      detection: z.string(),
      criteria: z.array(z.string()),
    }),
  ),
});

export const commonFindings: readonly CommonFinding[] = findingFile.parse(findingsJson).findings;
