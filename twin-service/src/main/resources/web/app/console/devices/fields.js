// What the fields of a device may hold; the service has the same rules.
import { t } from '../../i18n.js';

const NAME = /^[A-Za-z0-9_.:-]{1,48}$/;
const TAG = /^[\p{L}\p{N}_.:/=-]{1,48}$/u;
const MOST_TAGS = 20;

export const isTag = (text) => TAG.test(text);

// Written with blanks or commas in between.
export const tagsOf = (text) => [...new Set(text.split(/[\s,，、]+/).filter(Boolean))];

export const wrongName = (name) => (NAME.test(name.trim()) ? {} : { name: t('devices.wrong.name') });

export function wrongTags(text) {
  const tags = tagsOf(text);
  return tags.length > MOST_TAGS || !tags.every(isTag) ? { tags: t('devices.wrong.tags') } : {};
}
