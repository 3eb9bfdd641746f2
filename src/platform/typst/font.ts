import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// TrueType only: Typst passes over woff files without a word and sets the text in its own serif.
const files = [
  '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf',
  '@expo-google-fonts/inter/400Regular_Italic/Inter_400Regular_Italic.ttf',
  '@expo-google-fonts/inter/500Medium/Inter_500Medium.ttf',
  '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  '@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf',
  '@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-arabic/600SemiBold/NotoSansArabic_600SemiBold.ttf',
];

/** The typefaces of every printed document, as bytes. */
export function fontFiles(): Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  return files.map((file) => readFileSync(resolve(file)));
}
