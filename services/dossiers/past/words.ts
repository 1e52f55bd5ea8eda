import type { Channel } from '@nocgia/schemas/events/dossier.ts';
import type { PastDossier } from '@nocgia/schemas/events/dossier-history.ts';
import { foldName } from '@nocgia/schemas/text/fold.ts';

type Outcome = PastDossier['outcome'] | 'open';

function wordsOf<T extends string>(lists: Readonly<Record<T, string>>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries<string>(lists).flatMap(([meaning, words]) =>
      words.split('|').map((word) => [word, meaning as T] as const),
    ),
  );
}

/** National numbers of channels and states (domain §3.4) are words too. */
const channels = wordsOf<Channel>({
  desk: '1|truc tiep|tai quay|tai bo phan mot cua|mot cua|quay|desk|counter|in person|phone|office',
  online:
    '2|truc tuyen|qua mang|mang|internet|dich vu cong|dvc|dvcqg|cong dich vu cong|cong dich vu cong quoc gia|online|web|mobile|mobile open311|app',
  post: '3|buu chinh|buu chinh cong ich|buu dien|bcci|post|mail',
});

const outcomes = wordsOf<Outcome>({
  returned:
    '9|10|da tra ket qua|da tra kq|da tra|tra ket qua|hoan thanh|da hoan thanh|da giai quyet|da giai quyet xong|da xu ly xong|xu ly xong|ket thuc|da ket thuc|dung han|som han|truoc han|tre han|qua han|dong y|closed|returned|done|resolved|completed',
  withdrawn: '7|rut|rut ho so|da rut|cong dan rut|cong dan yeu cau rut ho so|cong dan rut ho so|withdrawn|cancelled',
  stopped:
    '8|dung|dung xu ly|dung giai quyet|tu choi|tu choi giai quyet|khong giai quyet|khong dong y|stopped|refused|rejected',
  declined: '3|khong tiep nhan|khong duoc tiep nhan|tu choi tiep nhan|declined',
  open: '1|2|4|5|6|moi dang ky|cho tiep nhan|da tiep nhan|duoc tiep nhan|tiep nhan|dang xu ly|dang giai quyet|cho bo sung|yeu cau bo sung giay to|yeu cau bo sung|cho tra|cho tra ket qua|cho thanh toan|tam dung|open|new|in progress|pending',
});

/** The channel that a word tells; undefined for an unknown word. */
export function pastChannelOf(text: string): Channel | undefined {
  return channels.get(foldName(text));
}

/** How a dossier ended by the word for its state, `open` when it has not; undefined for an unknown word. */
export function pastOutcomeOf(text: string): Outcome | undefined {
  return outcomes.get(foldName(text));
}
