import type {
  CatalogueMessages,
  ActMessages,
  CommonMessages,
  DefinitionMessages,
  DeskMessages,
  DossierMessages,
  DossierPageMessages,
  FollowMessages,
  FormMessages,
  FigureMessages,
  HistoryMessages,
  HouseholdMessages,
  ImportMessages,
  InboxMessages,
  IntakeChoiceMessages,
  IntakeMessages,
  LifeMessages,
  MergingMessages,
  OneStopMessages,
  PaperMessages,
  PastMessages,
  ProcedureMessages,
  AdminMessages,
  PublicMessages,
  RateMessages,
  SatisfactionMessages,
  ServiceMessages,
  SubmissionMessages,
  SearchMessages,
  SigningMessages,
  TodayMessages,
} from '#lib/messages.ts';
import type { CodeLabels } from '#lib/people/value-text.ts';
import type { ViewerQuery } from '#lib/api/generated.ts';

declare global {
  namespace App {
    interface Error {
      status: number;
      message: string;
      code?: string;
    }
    namespace Superforms {
      type Message = string;
    }
    interface Locals {
      locale: 'vi' | 'en';
      theme: Theme;
    }
    interface PageData {
      locale: 'vi' | 'en';
      theme: Theme;
      demo: boolean;
      viewer: ViewerQuery['viewer'];
      /** The rows had not yet come as far as the reader's last act. */
      behind?: boolean;
      /** Labels of code lists, where a page shows such fields. */
      codes?: CodeLabels;
      common?: CommonMessages;
      desk?: DeskMessages;
      dossierTexts?: DossierMessages;
      inboxTexts?: InboxMessages;
      intakeTexts?: IntakeMessages;
      intakeChoiceTexts?: IntakeChoiceMessages;
      dossierPageTexts?: DossierPageMessages;
      actTexts?: ActMessages;
      oneStopTexts?: OneStopMessages;
      catalogueTexts?: CatalogueMessages;
      paperTexts?: PaperMessages;
      pastTexts?: PastMessages;
      procedureTexts?: ProcedureMessages;
      /** Names of the fields of procedures, where a page shows them. */
      matters?: Readonly<Record<string, string>>;
      forms?: FormMessages;
      figures?: FigureMessages;
      definitions?: DefinitionMessages;
      history?: HistoryMessages;
      householdTexts?: HouseholdMessages;
      importing?: ImportMessages;
      life?: LifeMessages;
      merging?: MergingMessages;
      admin?: AdminMessages;
      followTexts?: FollowMessages;
      rateTexts?: RateMessages;
      satisfactionTexts?: SatisfactionMessages;
      searchTexts?: SearchMessages;
      signingTexts?: SigningMessages;
      todayTexts?: TodayMessages;
      public?: PublicMessages;
      serviceTexts?: ServiceMessages;
      submissionTexts?: SubmissionMessages;
    }
  }
  type Theme = 'light' | 'dark' | 'system' | 'wall';
}

export {};
