// What a back-test can be compared with: kind and id in one text, as a select has it.
import { localized, t } from '../../i18n.js';
import { exact } from '../parts/times.js';

export function references({ flow, others, versions }) {
  const own = flow ? [{ value: `flow:${flow.id}`, label: t('flows.test.with.own') }] : [];
  const flows = others
    .filter(({ id }) => id !== flow?.id)
    .map(({ id, name }) => ({
      value: `flow:${id}`,
      label: t('flows.test.with.flow', { name: localized(name, id) }),
    }));
  const earlier = versions.map(({ number, at }) => ({
    value: `version:${number}`,
    label: t('flows.test.with.version', { number, at: exact(at) }),
  }));
  return [{ value: '', label: t('flows.test.with.nothing') }, ...own, ...earlier, ...flows];
}
