// A product is called something in each language.
import { t } from '../../i18n.js';

export function wrongNames({ en, zh }) {
  return {
    ...(en.trim() ? {} : { en: t('parts.missing') }),
    ...(zh.trim() ? {} : { zh: t('parts.missing') }),
  };
}
