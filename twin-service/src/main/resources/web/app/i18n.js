// Words, numbers and times in the language of the reader.
import en from './i18n/en.js';
import zh from './i18n/zh.js';
import { settings } from './settings.js';

const TEXTS = { en, zh };

// The words of a part of the app that is loaded when it is needed.
export function addWords(words) {
  Object.assign(TEXTS.en, words.en);
  Object.assign(TEXTS.zh, words.zh);
}

// What a reading is worth showing of; the meter's noise is in the digits beyond.
const DECIMALS = { V: 1, A: 3, W: 1, VA: 1, kWh: 3 };
const DEFAULT_DECIMALS = 2;

// The text of this key, with {name} replaced; undefined if there is none.
export function textOf(key, values = {}) {
  return TEXTS[settings.language][key]?.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

export function t(key, values) {
  return textOf(key, values) ?? key;
}

// A problem of the interface by its stable code, never by its English text.
export function problemText(problem) {
  return textOf(`problem.${problem.code}`) ?? t('problem.internal');
}

// Of texts by language, as data templates have them.
export function localized(names, fallback) {
  return names?.[settings.language] ?? names?.en ?? fallback;
}

export function number(value, unit, digits = DECIMALS[unit] ?? DEFAULT_DECIMALS) {
  return new Intl.NumberFormat(locale(), {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

// The time of day, with the date unless it is today.
export function moment(instant, seconds = false) {
  const date = new Date(instant);
  const time = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  if (seconds) {
    time.second = '2-digit';
  }
  const today = date.toDateString() === new Date().toDateString();
  const day = today ? {} : { year: 'numeric', month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(locale(), { ...day, ...time }).format(date);
}

// A date or time, with the parts that Intl.DateTimeFormat is to show.
export function dated(at, parts) {
  return new Intl.DateTimeFormat(locale(), { hourCycle: 'h23', ...parts }).format(at);
}

export function money(amount, currency) {
  return new Intl.NumberFormat(locale(), { style: 'currency', currency }).format(amount);
}

// 4:05 or 1:00:00
export function clock(seconds) {
  const two = (part) => String(part).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(seconds % 60)}`
    : `${minutes}:${two(seconds % 60)}`;
}

function locale() {
  return settings.language === 'zh' ? 'zh-CN' : 'en-GB';
}
