import { Button, Group, Radio, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { call } from '../../../web/client.ts';
import { meOptions, useMe } from '../../../web/identity-data.ts';
import { useMessages } from '../../../web/message.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { identityRoutes } from '../contract.ts';
import classes from './identity.module.css';
import { messages } from './messages.ts';
import { OutsidePage } from './OutsidePage.tsx';

const starts = ['template', 'demo', 'empty'] as const;
type Start = (typeof starts)[number];

/** Founds an organization: from the template, as a demonstration, or empty. */
export function NewOrganizationScreen(): JSX.Element {
  const text = useMessages(messages);
  const client = useQueryClient();
  const navigate = useNavigate();
  const me = useMe();
  const [start, setStart] = useState<Start>('template');
  const [name, setName] = useState('');
  const create = useMutation({
    mutationFn: () =>
      call(identityRoutes.createOrganization, {
        body: { name: start === 'demo' && name.trim() === '' ? text.start.demoName : name, start },
      }),
    onSuccess: async (organization) => {
      await client.invalidateQueries({ queryKey: meOptions.queryKey });
      await navigate({ to: '/o/$slug', params: { slug: organization.slug } });
    },
  });
  if (me.data === null) return <Navigate to="/sign-in" search={{ to: '/organizations/new' }} replace />;
  const label = { template: text.start.template, demo: text.start.demo, empty: text.start.empty };
  const hint = { template: text.start.templateHint, demo: text.start.demoHint, empty: text.start.emptyHint };
  return (
    <OutsidePage title={text.start.title} lead={text.start.lead} wide>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          create.mutate();
        }}
      >
        <Stack gap="md">
          <Radio.Group value={start} onChange={setStart} aria-label={text.start.title}>
            <Stack gap="xs">
              {starts.map((value) => (
                <Radio.Card key={value} value={value} className={classes.start}>
                  <Radio.Indicator size="xs" />
                  <span className={classes.startText}>
                    <span>{label[value]}</span>
                    <span>{hint[value]}</span>
                  </span>
                </Radio.Card>
              ))}
            </Stack>
          </Radio.Group>
          <TextInput
            label={text.start.name}
            required={start !== 'demo'}
            maxLength={160}
            placeholder={start === 'demo' ? text.start.demoName : ''}
            autoComplete="organization"
            value={name}
            error={fieldErrorsOf(create.error)['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <ProblemAlert error={create.error} fields={['name']} />
          <Group justify="space-between">
            <Text size="sm" c="dimmed" aria-live="polite">
              {create.isPending ? text.start.working : ''}
            </Text>
            <Button type="submit" loading={create.isPending}>
              {start === 'demo' ? text.start.demoAction : text.start.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </OutsidePage>
  );
}
