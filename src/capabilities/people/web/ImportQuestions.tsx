import { Button, Group, Radio, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import type { ImportQuestion } from '../../intake/model.ts';
import { useMessages } from '../../../web/message.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import classes from './import.module.css';
import { peopleImportMessages } from './import-messages.ts';
import { keyOf } from './people-import.ts';

/** So many are shown at first: each has several fields. */
const SHOWN = 50;

interface ImportQuestionsProps {
  readonly questions: readonly ImportQuestion[];
  readonly answers: ReadonlyMap<string, string>;
  readonly onAnswer: (questions: readonly ImportQuestion[], is: string) => void;
}

/** Rows that may mean somebody whom the register knows, or who stands in an earlier row: Tab goes from question to question, the arrows choose. */
export function ImportQuestions({ questions, answers, onAnswer }: ImportQuestionsProps): JSX.Element {
  const texts = useMessages(peopleImportMessages).questions;
  const [shown, setShown] = useState(SHOWN);
  const open = questions.filter((question) => !answers.has(keyOf(question)));
  return (
    <Panel
      title={texts.title}
      count={questions.length}
      lead={texts.lead}
      actions={
        <Group gap="xs">
          <Text size="sm" c="dimmed" role="status">
            {texts.open(open.length, questions.length)}
          </Text>
          <Button
            size="compact-sm"
            variant="default"
            disabled={open.length === 0}
            onClick={() => onAnswer(open, 'new')}
          >
            {texts.allNew}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            disabled={open.length === 0}
            onClick={() => onAnswer(open, 'skip')}
          >
            {texts.allSkip}
          </Button>
        </Group>
      }
    >
      <ol className={classes.questions}>
        {questions.slice(0, shown).map((question) => (
          <li key={keyOf(question)} data-answered={answers.has(keyOf(question)) || undefined}>
            <Question question={question} answer={answers.get(keyOf(question)) ?? null} onAnswer={onAnswer} />
          </li>
        ))}
      </ol>
      {questions.length > shown && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShown(shown + SHOWN)}>
          {texts.more(Math.min(SHOWN, questions.length - shown))}
        </Button>
      )}
    </Panel>
  );
}

interface QuestionProps {
  readonly question: ImportQuestion;
  readonly answer: string | null;
  readonly onAnswer: ImportQuestionsProps['onAnswer'];
}

function Question({ question, answer, onAnswer }: QuestionProps): JSX.Element {
  const texts = useMessages(peopleImportMessages).questions;
  const { sheet, row, label, detail, reason, candidates } = question;
  return (
    <Radio.Group
      label={
        <>
          <span className={classes.place}>{texts.row(sheet, row)}</span> {label}
          {detail !== '' && <span className={classes.detail}> {detail}</span>}
        </>
      }
      description={reason}
      value={answer}
      onChange={(is) => onAnswer([question], is)}
    >
      <div className={classes.choices}>
        {candidates.map((person) => (
          <Radio
            key={person.id}
            value={person.id}
            size="xs"
            label={
              <>
                {texts.same} <strong>{person.label}</strong>
                {person.detail !== '' && <span className={classes.detail}> {person.detail}</span>}
              </>
            }
          />
        ))}
        <Radio value="new" size="xs" label={texts.new} />
        <Radio value="skip" size="xs" label={texts.skip} />
      </div>
    </Radio.Group>
  );
}
