import { Alert, Button, Text } from '@mantine/core';
import { IconShieldCheck, IconShieldX } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { trailRoutes } from '../contract.ts';
import { messages } from './messages.ts';
import classes from './trail.module.css';

/** Checks the whole chain on the server and says what came of it. */
export function VerifyTrail(): JSX.Element {
  const text = useMessages(messages);
  const verify = useWrite(trailRoutes.verifyTrail);
  const result = verify.data;
  const erased = (result?.erasures ?? []).reduce((sum, { entries }) => sum + entries, 0);
  return (
    <div aria-live="polite">
      <Button
        mb="sm"
        data-screen-only
        leftSection={<IconShieldCheck size={16} aria-hidden />}
        loading={verify.isPending}
        onClick={() => verify.mutate({})}
      >
        {text.verify}
      </Button>
      {verify.isPending && (
        <Text size="sm" c="dimmed" mb="sm">
          {text.verifying}
        </Text>
      )}
      <ProblemAlert error={verify.error} />
      {result?.ok === true && (
        <Alert color="green" variant="light" mb="md" icon={<IconShieldCheck size={18} />} title={text.verified}>
          <span className={classes.hash}>{text.verifiedText(result.entries, result.head.hash)}</span>
          {erased > 0 && <div>{text.erased(erased)}</div>}
        </Alert>
      )}
      {result?.ok === false && (
        <Alert
          color="red"
          variant="light"
          mb="md"
          icon={<IconShieldX size={18} />}
          title={text.broken(result.problems.length)}
        >
          <ul className={classes.problems}>
            {result.problems.map((problem) => (
              <li key={`${problem.kind} ${problem.where}`}>{problem.explanation}</li>
            ))}
          </ul>
        </Alert>
      )}
    </div>
  );
}
