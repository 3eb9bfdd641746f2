import { Button, Menu } from '@mantine/core';
import { IconBuilding, IconCheck, IconPlus, IconSelector } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useMe } from '../identity-data.ts';
import { useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import { useOrganization } from '../organization.ts';
import classes from './frame.module.css';

/** Which organization is seen, and the way to the others. */
export function OrganizationMenu(): JSX.Element {
  const text = useMessages(messages);
  const current = useOrganization();
  const me = useMe();
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant="subtle"
          color="gray"
          className={classes.organization}
          rightSection={<IconSelector size={14} aria-hidden />}
          aria-label={text.header.switchOrganization(current.name)}
        >
          {current.name}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {me.data?.organizations.map((organization) => (
          <Menu.Item
            key={organization.id}
            leftSection={organization.id === current.id ? <IconCheck size={15} /> : <IconBuilding size={15} />}
            renderRoot={(props) => <Link to="/o/$slug" params={{ slug: organization.slug }} {...props} />}
          >
            {organization.name}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item renderRoot={(props) => <Link to="/organizations" {...props} />}>
          {text.header.allOrganizations}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconPlus size={15} />}
          renderRoot={(props) => <Link to="/organizations/new" {...props} />}
        >
          {text.header.newOrganization}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
