import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core';
import {
  IconCheck,
  IconDeviceDesktop,
  IconKeyboard,
  IconLock,
  IconLogout,
  IconMoon,
  IconSun,
  IconUserCircle,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useSignOut } from '../account.ts';
import { useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import { useOrganization } from '../organization.ts';

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;

export function AccountMenu({ onOpenSheet }: { readonly onOpenSheet: () => void }): JSX.Element {
  const text = useMessages(messages);
  const { userName, slug } = useOrganization();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const signOut = useSignOut();
  return (
    <Menu position="bottom-end" width={220}>
      <Menu.Target>
        <ActionIcon aria-label={text.header.account(userName)} size={32}>
          <IconUserCircle size={20} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{userName}</Menu.Label>
        <Menu.Item
          leftSection={<IconLock size={15} />}
          renderRoot={(props) => <Link to="/o/$slug/settings/password" params={{ slug }} {...props} />}
        >
          {text.header.changePassword}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={15} />} onClick={onOpenSheet}>
          {text.header.shortcuts}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{text.header.schemeLabel}</Menu.Label>
        {schemes.map(([scheme, SchemeIcon]) => (
          <Menu.Item
            key={scheme}
            closeMenuOnClick={false}
            leftSection={<SchemeIcon size={15} />}
            rightSection={colorScheme === scheme ? <IconCheck size={14} /> : null}
            onClick={() => setColorScheme(scheme)}
          >
            {text.header.scheme[scheme]}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={15} />} onClick={() => signOut.mutate()}>
          {text.header.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
