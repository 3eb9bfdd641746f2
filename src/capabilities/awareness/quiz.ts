import { invalid } from '../../kernel/errors.ts';
import type { Campaign } from './model.ts';

/** What somebody answered: `passed` also where nothing was asked. */
export interface QuizResult {
  readonly right: number;
  readonly of: number;
  readonly passed: boolean;
}

/**
 * Marks the answers, one for each question in its order, as the place of the chosen option.
 * @throws MusterError `invalid` when there are more or fewer answers than questions, or one is no option
 */
export function marked(
  { questions, passShare }: Pick<Campaign, 'questions' | 'passShare'>,
  answers: readonly number[],
): QuizResult {
  if (answers.length !== questions.length)
    throw invalid([
      {
        path: 'answers',
        message: `${answers.length} answers for ${questions.length} questions.`,
        accepted: 'one answer for each question',
      },
    ]);
  const beside = questions.findIndex(({ options }, index) => options[answers[index] ?? -1] === undefined);
  if (beside >= 0)
    throw invalid([
      {
        path: `answers.${beside}`,
        message: 'This is none of the answers to choose from.',
        accepted: `0 to ${(questions[beside]?.options.length ?? 1) - 1}`,
      },
    ]);
  const right = questions.filter(({ answer }, index) => answers[index] === answer).length;
  // A share such as 0.7 of 10 must not become 7.000000000000001.
  return { right, of: questions.length, passed: right + 1e-9 >= passShare * questions.length };
}
