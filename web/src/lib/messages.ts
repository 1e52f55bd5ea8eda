import { page } from '$app/state';
import type { admin as adminVi } from '../messages/vi/admin.ts';
import type { catalogue as catalogueVi } from '../messages/vi/catalogue.ts';
import type { common as commonVi } from '../messages/vi/common.ts';
import type { definitions as definitionsVi } from '../messages/vi/definitions.ts';
import type { desk as deskVi } from '../messages/vi/desk.ts';
import type { actHints as actHintsVi } from '../messages/vi/act-hints.ts';
import type { dossierActs as dossierActsVi } from '../messages/vi/dossier-acts.ts';
import type { inbox as inboxVi } from '../messages/vi/dossier-inbox.ts';
import type { intake as intakeVi } from '../messages/vi/dossier-intake.ts';
import type { intakeChoice as intakeChoiceVi } from '../messages/vi/intake-choice.ts';
import type { dossierPage as dossierPageVi } from '../messages/vi/dossier-page.ts';
import type { dossiers as dossiersVi } from '../messages/vi/dossiers.ts';
import type { figures as figuresVi } from '../messages/vi/figures.ts';
import type { follow as followVi } from '../messages/vi/follow.ts';
import type { forms as formsVi } from '../messages/vi/forms.ts';
import type { history as historyVi } from '../messages/vi/history.ts';
import type { household as householdVi } from '../messages/vi/household.ts';
import type { imports as importsVi } from '../messages/vi/imports.ts';
import type { life as lifeVi } from '../messages/vi/life.ts';
import type { merging as mergingVi } from '../messages/vi/merging.ts';
import type { oneStop as oneStopVi } from '../messages/vi/one-stop.ts';
import type { procedures as proceduresVi } from '../messages/vi/procedures.ts';
import type { publicPages as publicVi } from '../messages/vi/public.ts';
import type { papers as papersVi } from '../messages/vi/papers.ts';
import type { past as pastVi } from '../messages/vi/past.ts';
import type { rate as rateVi } from '../messages/vi/rate.ts';
import type { satisfaction as satisfactionVi } from '../messages/vi/satisfaction.ts';
import type { services as servicesVi } from '../messages/vi/services.ts';
import type { submission as submissionVi } from '../messages/vi/submission.ts';
import type { search as searchVi } from '../messages/vi/search.ts';
import type { settling as settlingVi } from '../messages/vi/settling.ts';
import type { signing as signingVi } from '../messages/vi/signing.ts';
import type { tooBig as tooBigVi } from '../messages/vi/too-big.ts';
import type { today as todayVi } from '../messages/vi/today.ts';

export type Locale = 'vi' | 'en';
export type CommonMessages = typeof commonVi;
export type CatalogueMessages = typeof catalogueVi;
export type DeskMessages = typeof deskVi;
export type FollowMessages = typeof followVi;
export type FormMessages = typeof formsVi;
export type DossierMessages = typeof dossiersVi;
export type PaperMessages = typeof papersVi;
export type PastMessages = typeof pastVi;
export type InboxMessages = typeof inboxVi;
export type IntakeMessages = typeof intakeVi;
export type IntakeChoiceMessages = typeof intakeChoiceVi;
export type DossierPageMessages = typeof dossierPageVi;
export type ActHints = typeof actHintsVi;
export type ActMessages = typeof dossierActsVi;
export type OneStopMessages = typeof oneStopVi;
export type ProcedureMessages = typeof proceduresVi;
export type FigureMessages = typeof figuresVi;
export type DefinitionMessages = typeof definitionsVi;
export type HistoryMessages = typeof historyVi;
export type HouseholdMessages = typeof householdVi;
export type ImportMessages = typeof importsVi;
export type MergingMessages = typeof mergingVi;
export type LifeMessages = typeof lifeVi;
export type AdminMessages = typeof adminVi;
export type RateMessages = typeof rateVi;
export type SatisfactionMessages = typeof satisfactionVi;
export type SearchMessages = typeof searchVi;
export type TooBigMessages = typeof tooBigVi;
export type SettlingMessages = typeof settlingVi;
export type SigningMessages = typeof signingVi;
export type TodayMessages = typeof todayVi;
export type PublicMessages = typeof publicVi;
export type ServiceMessages = typeof servicesVi;
export type SubmissionMessages = typeof submissionVi;

/** Where a dictionary lies in each language (`words/`). */
type Words<T> = Readonly<Record<Locale, () => Promise<T>>>;

/** A dictionary in one language, for `load` of the layout or page that needs it: no page carries the names of all dictionaries. */
export function dictionary<T>(locale: Locale, words: Words<T>): Promise<T> {
  return words[locale]();
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
/** Texts that all pages about dossiers share. */
export const dossierText = (): DossierMessages => present(page.data.dossierTexts);
/** Texts of the files and papers of a dossier. */
export const paperText = (): PaperMessages => present(page.data.paperTexts);
/** Texts of dossiers that another software has led, and of taking them in. */
export const pastText = (): PastMessages => present(page.data.pastTexts);
/** Texts of the drawers of the desk. */
export const inboxText = (): InboxMessages => present(page.data.inboxTexts);
/** Texts of choosing of which procedure a dossier is, and whose. */
export const intakeChoiceText = (): IntakeChoiceMessages => present(page.data.intakeChoiceTexts);
/** Texts of taking a dossier in. */
export const intakeText = (): IntakeMessages => present(page.data.intakeTexts);
/** Texts of a dossier's own page. */
export const dossierPageText = (): DossierPageMessages => present(page.data.dossierPageTexts);
/** Texts of the forms by which a dossier is worked on. */
export const actText = (): ActMessages => present(page.data.actTexts);
/** Texts of how the one-stop desk is set up: its settings and calendar. */
export const oneStopText = (): OneStopMessages => present(page.data.oneStopTexts);
/** Texts of taking a catalogue of procedures in. */
export const catalogueText = (): CatalogueMessages => present(page.data.catalogueTexts);
/** Texts of the catalogue of procedures. */
export const procedureText = (): ProcedureMessages => present(page.data.procedureTexts);
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
/** Texts of writing a settled dossier into the register. */
export const settlingText = (): SettlingMessages => present(page.data.settlingTexts);
/** Texts of signing, of notices by mail, and of the services that both need. */
export const signingText = (): SigningMessages => present(page.data.signingTexts);
/** Texts of the day's first page. */
export const todayText = (): TodayMessages => present(page.data.todayTexts);
/** Texts of the administration. */
export const adminText = (): AdminMessages => present(page.data.admin);
/** Texts of sending a dossier in from home. */
export const submissionText = (): SubmissionMessages => present(page.data.submissionTexts);
/** Texts of the public's pages about procedures. */
export const serviceText = (): ServiceMessages => present(page.data.serviceTexts);
/** Texts of the pages that need no sign-in. */
export const publicText = (): PublicMessages => present(page.data.public);
/** Texts of the pages on which a citizen follows a dossier. */
export const followText = (): FollowMessages => present(page.data.followTexts);
/** Texts of the page that asks a citizen for satisfaction. */
export const rateText = (): RateMessages => present(page.data.rateTexts);
/** Texts about what citizens said. */
export const satisfactionText = (): SatisfactionMessages => present(page.data.satisfactionTexts);
