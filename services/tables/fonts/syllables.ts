/** How a Vietnamese syllable may begin; `gi` and `qu` take their vowel along. */
const onsets = 'b|c|ch|d|đ|g|gh|gi|h|k|kh|kr|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x|';

/** What may follow, without tones: a vowel or several, and an end. */
const rimes =
  'a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt ăk âc âm ân âng âp ât âu ây e ec em en eng eo ep et ê êch êm ên ênh êp êt êu ' +
  'i ich im in inh ip it iu ia iêc iêm iên iêng iêp iêt iêu iêng o oc oi om on ong op ot oong ooc oa oac oach oai oam oan oang oanh oao oap oat oay ' +
  'oăc oăm oăn oăng oăt oe oen oeo oet ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u uc ui um un ung up ut ua uôc uôi uôm uôn uông uôt ' +
  'uân uâng uât uây uê uêch uênh uơ uy uych uynh uyt uyn uyu uya uyên uyêt uyp ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu ' +
  'y ych ynh yt yêm yên yêng yêt yêu uyêng';

const syllable = new RegExp(`^(${onsets})(${rimes.split(' ').join('|')})$`, 'u');
/** Acute, grave, hook above, tilde, dot below. */
const tones = /[\u0301\u0300\u0309\u0303\u0323]/g;

/** Whether a word could be a Vietnamese syllable by its letters; at most one tone, and none but acute or dot before c, ch, p, t. */
export function isSyllable(word: string): boolean {
  // One case all through, or a capital in front: nobody writes `nguyÔn`.
  if (word !== word.toLowerCase() && word !== word.toUpperCase() && word.slice(1) !== word.slice(1).toLowerCase())
    return false;
  const marks = word.toLowerCase().normalize('NFD');
  const found = marks.match(tones) ?? [];
  if (found.length > 1) return false;
  const bare = marks.replace(tones, '').normalize('NFC');
  if (!syllable.test(bare)) return false;
  return found.length === 0 || !/[cpt]$|ch$/.test(bare) || found[0] === '\u0301' || found[0] === '\u0323';
}

const foreign = /[^ -~\s]/u;

/** How the words with other than plain letters look: all could be Vietnamese, some could not, or there are none. */
export function looksVietnamese(text: string): 'yes' | 'no' | 'plain' {
  const words = text.split(/[^\p{L}\p{M}\u00a1-\u00bf\u00d7\u00f7]+/u).filter((word) => foreign.test(word));
  if (words.length === 0) return foreign.test(text) ? 'no' : 'plain';
  return words.every(isSyllable) ? 'yes' : 'no';
}
