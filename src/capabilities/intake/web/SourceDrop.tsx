import { Text } from '@mantine/core';
import { Dropzone } from '@mantine/dropzone';
import { IconFileUpload } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { intakeMessages } from './messages.ts';
import classes from './report.module.css';

interface SourceDropProps {
  /** What kinds of files are read, in words. */
  readonly hint: string;
  /** Endings with their dot. The server looks at the content: browsers call a CSV many names. */
  readonly endings: readonly string[];
  readonly loading: boolean;
  readonly onFile: (file: globalThis.File) => void;
  /** A file was refused here: what was said of one before it is over. */
  readonly onRefused: () => void;
}

const limit = 50 * 1024 * 1024;

/** A place to drop one file, or to choose it from the keyboard. */
export function SourceDrop({ hint, endings, loading, onFile, onRefused }: SourceDropProps): JSX.Element {
  const texts = useMessages(intakeMessages);
  const [refused, setRefused] = useState<string | null>(null);
  return (
    <>
      <Dropzone
        multiple={false}
        maxSize={limit}
        loading={loading}
        aria-label={texts.drop}
        inputProps={{ 'aria-label': texts.choose }}
        accept={{ 'application/octet-stream': [...endings] }}
        useFsAccessApi={false}
        onDrop={(files) => {
          setRefused(null);
          const [file] = files;
          if (file !== undefined) onFile(file);
        }}
        onReject={(rejections) => {
          const large = rejections.some(({ file }) => file.size > limit);
          onRefused();
          setRefused(large ? texts.tooLarge('50 MB') : texts.refusedType);
        }}
        className={classes.drop}
      >
        <div className={classes.dropInner}>
          <IconFileUpload size={32} stroke={1.4} aria-hidden />
          <Text fw={600}>{texts.drop}</Text>
          <Text size="sm" c="dimmed">
            {hint}
          </Text>
        </div>
      </Dropzone>
      {refused !== null && (
        <Text size="sm" c="red" role="alert">
          {refused}
        </Text>
      )}
    </>
  );
}
