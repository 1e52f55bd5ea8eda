/** One dossier as the national index measures it (QĐ 766/QĐ-TTg 2022; domain §3.5.5). Instants as ISO text. */
export interface MeasuredDossier {
  /** Null: never accepted, so not measured. */
  receivedAt: string | null;
  /** State 9, "đã xử lý xong". */
  settledAt: string | null;
  /** State 10, "đã trả kết quả". */
  returnedAt: string | null;
  /** Stopped, refused or withdrawn after it was accepted. */
  closedAt: string | null;
  /** Every request for more papers. */
  requests: readonly { askedAt: string; suppliedAt: string | null }[];
  /** The deadline as promised ("ngày hẹn trả"), where one is known. */
  dueAt: string | null;
  /** The longest the procedure may take, in milliseconds of time as it passes; counts where `dueAt` is not known. */
  longest: number | null;
}

/** `onTime` null: neither deadline nor term is known. `because`: why it counts as overdue. */
export interface Measured {
  end: string;
  onTime: boolean | null;
  because: 'papers_requested_again' | 'after_due' | 'over_term' | null;
}

/**
 * When a dossier's handling ended for a report up to `reportEnd`, by what had happened until then: settled, else returned,
 * else closed; else, while papers are awaited, when they were asked for; else the end of the report. Null = not accepted.
 */
export function measuredEnd(dossier: MeasuredDossier, reportEnd: string): string | null {
  const known = (instant: string | null): instant is string =>
    instant !== null && Date.parse(instant) <= Date.parse(reportEnd);
  if (!known(dossier.receivedAt)) return null;
  const ended = [dossier.settledAt, dossier.returnedAt, dossier.closedAt].find(known);
  if (ended !== undefined) return ended;
  const awaited = dossier.requests.findLast(({ askedAt, suppliedAt }) => known(askedAt) && !known(suppliedAt));
  return awaited ? awaited.askedAt : reportEnd;
}

/**
 * Whether a dossier is on time by the national measure. With a deadline: ended by it. Without: the time from reception
 * to end, less the time from each request for papers to their coming, is at most the term. Papers asked for more than
 * once make it overdue whatever its times. Null = not accepted, so not counted.
 */
export function measure(dossier: MeasuredDossier, reportEnd: string): Measured | null {
  const end = measuredEnd(dossier, reportEnd);
  if (end === null || dossier.receivedAt === null) return null;
  const asked = dossier.requests.filter(({ askedAt }) => Date.parse(askedAt) <= Date.parse(reportEnd));
  if (asked.length > 1) return { end, onTime: false, because: 'papers_requested_again' };
  if (dossier.dueAt !== null) {
    const onTime = Date.parse(end) <= Date.parse(dossier.dueAt);
    return { end, onTime, because: onTime ? null : 'after_due' };
  }
  if (dossier.longest === null) return { end, onTime: null, because: null };
  const waited = asked.reduce(
    (sum, { askedAt, suppliedAt }) =>
      suppliedAt !== null && Date.parse(suppliedAt) <= Date.parse(end)
        ? sum + Date.parse(suppliedAt) - Date.parse(askedAt)
        : sum,
    0,
  );
  const onTime = Date.parse(end) - Date.parse(dossier.receivedAt) - waited <= dossier.longest;
  return { end, onTime, because: onTime ? null : 'over_term' };
}
