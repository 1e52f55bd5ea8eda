import { page } from '$app/state';
import type { admin as adminVi } from '../messages/vi/admin.ts';
import type { catalogue as catalogueVi } from '../messages/vi/catalogue.ts';
import type { common as commonVi } from '../messages/vi/common.ts';
import type { definitions as definitionsVi } from '../messages/vi/definitions.ts';
import type { desk as deskVi } from '../messages/vi/desk.ts';
import type { dossiers as dossiersVi } from '../messages/vi/dossiers.ts';
import type { figures as figuresVi } from '../messages/vi/figures.ts';
import type { forms as formsVi } from '../messages/vi/forms.ts';
import type { history as historyVi } from '../messages/vi/history.ts';
import type { household as householdVi } from '../messages/vi/household.ts';
import type { imports as importsVi } from '../messages/vi/imports.ts';
import type { life as lifeVi } from '../messages/vi/life.ts';
import type { merging as mergingVi } from '../messages/vi/merging.ts';
import type { oneStop as oneStopVi } from '../messages/vi/one-stop.ts';
import type { publicPages as publicVi } from '../messages/vi/public.ts';
import type { papers as papersVi } from '../messages/vi/papers.ts';
import type { search as searchVi } from '../messages/vi/search.ts';
import type { signing as signingVi } from '../messages/vi/signing.ts';
import type { today as todayVi } from '../messages/vi/today.ts';

export type Locale = 'vi' | 'en';
export type CommonMessages = typeof commonVi;
export type CatalogueMessages = typeof catalogueVi;
export type DeskMessages = typeof deskVi;
export type FormMessages = typeof formsVi;
export type DossierMessages = typeof dossiersVi;
export type PaperMessages = typeof papersVi;
export type OneStopMessages = typeof oneStopVi;
export type FigureMessages = typeof figuresVi;
export type DefinitionMessages = typeof definitionsVi;
export type HistoryMessages = typeof historyVi;
export type HouseholdMessages = typeof householdVi;
export type ImportMessages = typeof importsVi;
export type MergingMessages = typeof mergingVi;
export type LifeMessages = typeof lifeVi;
export type AdminMessages = typeof adminVi;
export type SearchMessages = typeof searchVi;
export type SigningMessages = typeof signingVi;
export type TodayMessages = typeof todayVi;
export type PublicMessages = typeof publicVi;

/** Each dictionary is its own chunk: a page loads those of its route group in one language and no other. */
const dictionaries = {
  vi: {
    common: async () => (await import('../messages/vi/common.ts')).common,
    desk: async () => (await import('../messages/vi/desk.ts')).desk,
    dossiers: async () => (await import('../messages/vi/dossiers.ts')).dossiers,
    oneStop: async () => (await import('../messages/vi/one-stop.ts')).oneStop,
    catalogue: async () => (await import('../messages/vi/catalogue.ts')).catalogue,
    papers: async () => (await import('../messages/vi/papers.ts')).papers,
    forms: async () => (await import('../messages/vi/forms.ts')).forms,
    figures: async () => (await import('../messages/vi/figures.ts')).figures,
    definitions: async () => (await import('../messages/vi/definitions.ts')).definitions,
    history: async () => (await import('../messages/vi/history.ts')).history,
    household: async () => (await import('../messages/vi/household.ts')).household,
    imports: async () => (await import('../messages/vi/imports.ts')).imports,
    life: async () => (await import('../messages/vi/life.ts')).life,
    merging: async () => (await import('../messages/vi/merging.ts')).merging,
    search: async () => (await import('../messages/vi/search.ts')).search,
    signing: async () => (await import('../messages/vi/signing.ts')).signing,
    today: async () => (await import('../messages/vi/today.ts')).today,
    admin: async () => (await import('../messages/vi/admin.ts')).admin,
    public: async () => (await import('../messages/vi/public.ts')).publicPages,
  },
  en: {
    common: async () => (await import('../messages/en/common.ts')).common,
    desk: async () => (await import('../messages/en/desk.ts')).desk,
    dossiers: async () => (await import('../messages/en/dossiers.ts')).dossiers,
    oneStop: async () => (await import('../messages/en/one-stop.ts')).oneStop,
    catalogue: async () => (await import('../messages/en/catalogue.ts')).catalogue,
    papers: async () => (await import('../messages/en/papers.ts')).papers,
    forms: async () => (await import('../messages/en/forms.ts')).forms,
    figures: async () => (await import('../messages/en/figures.ts')).figures,
    definitions: async () => (await import('../messages/en/definitions.ts')).definitions,
    history: async () => (await import('../messages/en/history.ts')).history,
    household: async () => (await import('../messages/en/household.ts')).household,
    imports: async () => (await import('../messages/en/imports.ts')).imports,
    life: async () => (await import('../messages/en/life.ts')).life,
    merging: async () => (await import('../messages/en/merging.ts')).merging,
    search: async () => (await import('../messages/en/search.ts')).search,
    signing: async () => (await import('../messages/en/signing.ts')).signing,
    today: async () => (await import('../messages/en/today.ts')).today,
    admin: async () => (await import('../messages/en/admin.ts')).admin,
    public: async () => (await import('../messages/en/public.ts')).publicPages,
  },
};
type Group = keyof (typeof dictionaries)['vi'];

/** The dictionary of a route group in one language; for `load` of its layout. */
export function dictionary<G extends Group>(locale: Locale, group: G): ReturnType<(typeof dictionaries)['vi'][G]>;
export function dictionary(locale: Locale, group: Group): Promise<object> {
  return dictionaries[locale][group]();
}

function present<T>(messages: T | undefined): T {
  if (messages === undefined) throw new Error('This route group does not load that dictionary.');
  return messages;
}

/** Texts of the frame and of everything shared; call while a component is made. */
export const commonText = (): CommonMessages => present(page.data.common);
/** Texts about people, households, dwellings and units. */
export const deskText = (): DeskMessages => present(page.data.desk);
/** Texts of the forms that record something. */
export const formText = (): FormMessages => present(page.data.forms);
/** Texts of the one-stop desk and its dossiers. */
export const dossierText = (): DossierMessages => present(page.data.dossierTexts);
/** Texts of the files and papers of a dossier. */
export const paperText = (): PaperMessages => present(page.data.paperTexts);
/** Texts of how the one-stop desk is set up: its settings, calendar and procedures. */
export const oneStopText = (): OneStopMessages => present(page.data.oneStopTexts);
/** Texts of taking a catalogue of procedures in. */
export const catalogueText = (): CatalogueMessages => present(page.data.catalogueTexts);
/** Texts of the population figures. */
export const figureText = (): FigureMessages => present(page.data.figures);
/** What each figure counts. */
export const definitionText = (): DefinitionMessages => present(page.data.definitions);
/** What happened, and when it was recorded: texts of a history. */
export const historyText = (): HistoryMessages => present(page.data.history);
/** Texts of what a household and a dwelling live through. */
export const householdText = (): HouseholdMessages => present(page.data.householdTexts);
/** Texts of the import. */
export const importText = (): ImportMessages => present(page.data.importing);
/** Texts of what people live through. */
export const lifeText = (): LifeMessages => present(page.data.life);
/** Texts about duplicates, merging and its undoing. */
export const mergingText = (): MergingMessages => present(page.data.merging);
/** Texts of the page of what was found. */
export const searchText = (): SearchMessages => present(page.data.searchTexts);
/** Texts of signing, of notices by mail, and of the services that both need. */
export const signingText = (): SigningMessages => present(page.data.signingTexts);
/** Texts of the day's first page. */
export const todayText = (): TodayMessages => present(page.data.todayTexts);
/** Texts of the administration. */
export const adminText = (): AdminMessages => present(page.data.admin);
/** Texts of the pages that need no sign-in. */
export const publicText = (): PublicMessages => present(page.data.public);
