import { levels, type Level } from '../../kernel/level.ts';

/**
 * What people call steps of competence, folded (й is и then), in English, German, French, Spanish, Dutch, Italian, Portuguese, Polish, Czech and Russian, and what
 * each is worth at first sight. The first pattern that meets decides; a person corrects it.
 */
const WORDS: readonly (readonly [RegExp, 0 | 1 | 2 | 3 | 4 | 5])[] = [
  [
    /^(?:none|no|nein|keine?(?: (?:kenntnisse|erfahrung|angabe))?|no (?:knowledge|experience|skills?)|not (?:trained|competent|yet)|untrained|ungeschult|non|aucune?.*|ningun[oa]?.*|sin .*|geen.*|nee|zadn[aey].*|bez .*|ne|нет|нету|отсутств.*|не обучен|✗|🔴|red|rot|rouge|nessun[oa]?.*|nenhum[oa]?.*|nao|sem .*|brak.*|nie|not (?:familiar|qualified|certified|applicable skill))$/u,
    0,
  ],
  [/^(?:advanced beginner|fortgeschrittener anfanger|debutant avance)/u, 2],
  [/^(?:mirne pokrocil|upper.?intermediate)/u, 3],
  [
    /^(?:aware|awareness|novice|trainee|learner|learning|beginner|starter|in training|in (?:ausbildung|einarbeitung|schulung)|anfanger|einsteiger|neuling|sensibil|debutant|notions?$|initiation|novato|principiante|aprendiz|en (?:formation|formacion)|beginne(?:r|nd)|in opleiding|zacatecnik|novacek|povedomi|нович|начальн|начинающ|осведомл|стаж|o$|◔|iniciante|novato|principiant|inizial|poczatkuj|uczacy|apprend|stagiaire|in apprendimento|em formacao|im aufbau|needs? (?:training|supervision|support)|with help|learns|🟠|very (?:low|basic))/u,
    1,
  ],
  [
    /^(?:basic|basis|base|basico|basica|foundation|fundamental|elementa|elementary|grund|low|gering|niedrig|faible|bajo|laag|limited|eingeschrankt|developing|junior|guided|notions de base|debut|zaklad|elementarn|nizk|базов|основ|низк|fair|minimal|some |elementare|elementar|podstaw|nisk|beginner|sufficient|ausreichend|teilweise|partial|partiel|parcial|parziale|🟡|⚠|△|amber$|yellow$|gelb$)/u,
    2,
  ],
  [
    /^(?:expert|experte|authority|master|guru|thought leader|leading|trainer|coach|teacher|mentor|champion|lehrt|referent|uitmuntend|excellent|ausgezeichnet|hervorragend|эксперт|мастер|●$|espert|especialist|ekspert|mistrz|referente|formatore|formador|formateur|multiplikator|schlusselperson|transmet|je transmets|can (?:teach|train)|kann (?:andere|schulen)|very high|sehr hoch)/u,
    5,
  ],
  [
    /^(?:advanced|fortgeschritten|proficient|professional|profi|high|hoch|sehr gut|very good|experienced|erfahren|senior|specialist|spezialist|avance|experimente|maitrise|eleve|avanzad|alto|alta|experimentad|gevorderd|ervaren|hoog|pokrocil|vysok|zkusen|продвинут|высок|опыт|углубл|in.depth|vertieft|tiefgehend|strong|◕|avanzat|avancad|zaawansowan|wysok|biegl|fluente|proficiente|sehr sicher|fully (?:competent|independent|qualified)|autonomous|kann vertreten|🔵)/u,
    4,
  ],
  [
    /^(?:intermediate|working|competent|practitioner|practical|praktisch|skilled|medium|moderate|mittel|gut|good|solid|user|anwend|kenner|sicher|selbst|independent|autonom|confirme|intermedia|moyen|bon|intermedio|medi[oa]|competente|buen|gemiddeld|goed|voldoende|bekwaam|stredn|dobr|samostatn|средн|уверен|хорош|qualified|qualifiziert|trained|geschult|forme|certified|zertifiziert|yes|y$|ja$|j$|oui$|si$|ano$|да$|x$|✓|◑|mid|medium$|completed?$|done$|discret|buon|sufficiente|autonom|bom|boa|sredni|srednio|dobry|dobra|samodzieln|pleno|profissional|compet|operational|operativ|proficien(?:te)?$|sim$|tak$|🟢|green$|grun$|vert$|valid$|current$|active$|selbststandig|selbstandig|befriedigend|ok$|passed$|bestanden$)/u,
    3,
  ],
  [/^○$/u, 0],
];

/** The level that a folded word means at first sight; null when it means none that is known. */
export const levelOfWord = (folded: string): Level | null => {
  const found = WORDS.find(([pattern]) => pattern.test(folded));
  return found === undefined ? null : levels[found[1]];
};
