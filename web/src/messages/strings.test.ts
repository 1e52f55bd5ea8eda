import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type AST } from 'svelte/compiler';
import { expect, test } from 'vitest';
import * as vi from './vi/common.ts';
import { admin as adminVi } from './vi/admin.ts';
import { catalogue as catalogueVi } from './vi/catalogue.ts';
import { actHints as actHintsVi } from './vi/act-hints.ts';
import { dossierActs as dossierActsVi } from './vi/dossier-acts.ts';
import { inbox as inboxVi } from './vi/dossier-inbox.ts';
import { intake as intakeVi } from './vi/dossier-intake.ts';
import { intakeChoice as intakeChoiceVi } from './vi/intake-choice.ts';
import { dossierPage as dossierPageVi } from './vi/dossier-page.ts';
import { dossiers as dossiersVi } from './vi/dossiers.ts';
import { desk as deskVi } from './vi/desk.ts';
import { figures as figuresVi } from './vi/figures.ts';
import { forms as formsVi } from './vi/forms.ts';
import { household as householdVi } from './vi/household.ts';
import { imports as importsVi } from './vi/imports.ts';
import { life as lifeVi } from './vi/life.ts';
import { merging as mergingVi } from './vi/merging.ts';
import { oneStop as oneStopVi } from './vi/one-stop.ts';
import { papers as papersVi } from './vi/papers.ts';
import { past as pastVi } from './vi/past.ts';
import { procedures as proceduresVi } from './vi/procedures.ts';
import { publicPages as publicVi } from './vi/public.ts';
import { follow as followVi } from './vi/follow.ts';
import { rate as rateVi } from './vi/rate.ts';
import { satisfaction as satisfactionVi } from './vi/satisfaction.ts';
import { services as servicesVi } from './vi/services.ts';
import { submission as submissionVi } from './vi/submission.ts';
import { search as searchVi } from './vi/search.ts';
import { settling as settlingVi } from './vi/settling.ts';
import { signing as signingVi } from './vi/signing.ts';
import { today as todayVi } from './vi/today.ts';
import { tooBig as tooBigVi } from './vi/too-big.ts';
import { admin as adminEn } from './en/admin.ts';
import { catalogue as catalogueEn } from './en/catalogue.ts';
import { common as commonEn } from './en/common.ts';
import { actHints as actHintsEn } from './en/act-hints.ts';
import { dossierActs as dossierActsEn } from './en/dossier-acts.ts';
import { inbox as inboxEn } from './en/dossier-inbox.ts';
import { intake as intakeEn } from './en/dossier-intake.ts';
import { intakeChoice as intakeChoiceEn } from './en/intake-choice.ts';
import { dossierPage as dossierPageEn } from './en/dossier-page.ts';
import { dossiers as dossiersEn } from './en/dossiers.ts';
import { desk as deskEn } from './en/desk.ts';
import { figures as figuresEn } from './en/figures.ts';
import { forms as formsEn } from './en/forms.ts';
import { household as householdEn } from './en/household.ts';
import { imports as importsEn } from './en/imports.ts';
import { life as lifeEn } from './en/life.ts';
import { merging as mergingEn } from './en/merging.ts';
import { oneStop as oneStopEn } from './en/one-stop.ts';
import { papers as papersEn } from './en/papers.ts';
import { past as pastEn } from './en/past.ts';
import { procedures as proceduresEn } from './en/procedures.ts';
import { publicPages as publicEn } from './en/public.ts';
import { follow as followEn } from './en/follow.ts';
import { rate as rateEn } from './en/rate.ts';
import { satisfaction as satisfactionEn } from './en/satisfaction.ts';
import { services as servicesEn } from './en/services.ts';
import { submission as submissionEn } from './en/submission.ts';
import { search as searchEn } from './en/search.ts';
import { settling as settlingEn } from './en/settling.ts';
import { signing as signingEn } from './en/signing.ts';
import { today as todayEn } from './en/today.ts';
import { tooBig as tooBigEn } from './en/too-big.ts';

/** Names of keys are the same in every language. */
const keys = new Set(['Ctrl K']);
const spoken = new Set(['aria-label', 'alt', 'title', 'placeholder', 'label']);
const words = /\p{L}{2,}/u;

function isNode(value: unknown): value is { type: string } {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Words that a reader would see or hear and that stand in the component itself. */
function bareWords(node: unknown, found: string[]): void {
  if (Array.isArray(node)) {
    for (const each of node) bareWords(each, found);
    return;
  }
  if (!isNode(node)) return;
  if (node.type === 'Attribute' && 'name' in node && !spoken.has(String(node.name))) return;
  if (node.type === 'Text' && 'data' in node) {
    const text = String(node.data).trim();
    if (words.test(text) && !keys.has(text)) found.push(text);
    return;
  }
  for (const [name, value] of Object.entries(node))
    if (name !== 'parent' && name !== 'metadata') bareWords(value, found);
}

const root = join(import.meta.dirname, '..');
const components = globSync('**/*.svelte', { cwd: root });

test('there are components to look at', () => {
  expect(components.length).toBeGreaterThan(50);
});

test.each(components)('%s has no words of its own', (file) => {
  const tree: AST.Root = parse(readFileSync(join(root, file), 'utf8'), { modern: true });
  const found: string[] = [];
  bareWords(tree.fragment, found);
  expect(found).toEqual([]);
});

const pairs: [string, object, object][] = [
  ['common', vi.common, commonEn],
  ['desk', deskVi, deskEn],
  ['catalogue', catalogueVi, catalogueEn],
  ['dossiers', dossiersVi, dossiersEn],
  ['inbox', inboxVi, inboxEn],
  ['intake', intakeVi, intakeEn],
  ['intakeChoice', intakeChoiceVi, intakeChoiceEn],
  ['dossier-page', dossierPageVi, dossierPageEn],
  ['act-hints', actHintsVi, actHintsEn],
  ['dossier-acts', dossierActsVi, dossierActsEn],
  ['one-stop', oneStopVi, oneStopEn],
  ['procedures', proceduresVi, proceduresEn],
  ['forms', formsVi, formsEn],
  ['figures', figuresVi, figuresEn],
  ['household', householdVi, householdEn],
  ['imports', importsVi, importsEn],
  ['life', lifeVi, lifeEn],
  ['merging', mergingVi, mergingEn],
  ['follow', followVi, followEn],
  ['rate', rateVi, rateEn],
  ['satisfaction', satisfactionVi, satisfactionEn],
  ['search', searchVi, searchEn],
  ['settling', settlingVi, settlingEn],
  ['signing', signingVi, signingEn],
  ['today', todayVi, todayEn],
  ['too-big', tooBigVi, tooBigEn],
  ['admin', adminVi, adminEn],
  ['papers', papersVi, papersEn],
  ['past', pastVi, pastEn],
  ['public', publicVi, publicEn],
  ['services', servicesVi, servicesEn],
  ['submission', submissionVi, submissionEn],
];

/** Every text of a dictionary by its path; a text with blanks in it is filled with its place. */
function texts(dictionary: object, path = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [name, value] of Object.entries(dictionary)) {
    const at = path ? `${path}.${name}` : name;
    if (typeof value === 'string') all.set(at, value);
    else if (typeof value === 'function') all.set(at, String(value(2, 3, 4)));
    else for (const [key, text] of texts(value, at)) all.set(key, text);
  }
  return all;
}

test.each(pairs)(
  '%s: the same keys in both languages, also where the type allows any; no empty text; NFC',
  (_name, first, second) => {
    const [a, b] = [texts(first), texts(second)];
    expect([...b.keys()].sort()).toEqual([...a.keys()].sort());
    const faulty = [...a, ...b].filter(([, text]) => text.trim() === '' || text !== text.normalize('NFC'));
    expect(faulty).toEqual([]);
  },
);
