/* The child process that opens YAML: it may run out of memory or time without harm to anyone but itself. */
import { parseYaml, type YamlAnswer } from './yaml.ts';

const answer = (message: YamlAnswer): void => {
  process.send?.(message, () => {
    process.disconnect();
  });
};

process.once('message', (text: string) => {
  answer(parseYaml(text));
});
