import type { Aim, Language } from '../../progress/index.js';

/** The languages in the order in which a key takes them. */
const ORDER: readonly Language[] = ['python', 'js', 'both'];

/** What is shown of code that a lesson has in two languages, as long as nobody has said. */
export function languageFor(aim: Aim | undefined): Language {
  return aim === 'exam' ? 'python' : aim === 'choose' ? 'js' : 'both';
}

/** Which of the two stands first where both are shown. */
export function firstLanguage(lang: Language, aim: Aim | undefined): 'python' | 'js' {
  return lang === 'both' ? (aim === 'choose' ? 'js' : 'python') : lang;
}

export function languageAfter(lang: Language): Language {
  return ORDER[(ORDER.indexOf(lang) + 1) % ORDER.length] ?? 'both';
}

/** As in `shows JavaScript`. */
export function languageName(lang: Language): string {
  return { python: 'Python', js: 'JavaScript', both: 'both languages' }[lang];
}
