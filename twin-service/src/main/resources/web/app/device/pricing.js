// The usual tariff with another price, and what is wrong in the form of it.
import { t } from '../i18n.js';

// Before the first price there was none: it holds for all of the past.
const FIRST_DAY = '2020-01-01';

// Earlier days keep their price. draft: { price, currency }, as typed.
export function withPrice(known, draft) {
  const rates = known?.rates ?? [];
  const today = new Date().toLocaleDateString('sv');
  const pricePerKwh = number(draft.price);
  if (rates.at(-1)?.pricePerKwh === pricePerKwh) {
    return { currency: currency(draft), rates };
  }
  const earlier = rates.filter(({ validFrom }) => validFrom < today);
  const validFrom = earlier.length === 0 ? FIRST_DAY : today;
  const bands = rates.at(-1)?.bands ?? [];
  return { currency: currency(draft), rates: [...earlier, { validFrom, pricePerKwh, bands }] };
}

const number = (text) => Number(text.trim().replace(',', '.'));
const currency = (draft) => draft.currency.trim().toUpperCase();

export function flaws(draft) {
  const price = number(draft.price);
  return {
    ...(draft.price.trim() === '' || !(price >= 0) ? { price: t('device.price.number') } : {}),
    ...(/^[A-Z]{3}$/.test(currency(draft)) ? {} : { currency: t('device.currency.hint') }),
  };
}
