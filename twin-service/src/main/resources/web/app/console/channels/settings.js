// The settings and secrets of a channel as fields.
import { html, nothing } from 'lit';
import { t, textOf } from '../../i18n.js';
import { field } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { textInput } from '../parts/inputs.js';
import { zoneInput } from '../parts/zones.js';
import { CONTENTS, drawnSecret, pasted } from './kinds.js';

const about = (key, kind) => textOf(`channels.hint.${kind}.${key}`) ?? textOf(`channels.hint.${key}`);

export function settingField({ key, type, zone, contents, optional }, { draft, errors, set }) {
  const value = draft.settings[key];
  const change = (next) => {
    const { [key]: _, ...rest } = draft.settings;
    set({ settings: next === undefined || next === '' ? rest : { ...rest, [key]: next } });
  };
  if (contents) {
    return contentsForm(value ?? {}, change, errors);
  }
  return field({
    name: `settings.${key}`,
    label: caption(`channels.setting.${key}`, optional),
    hint: about(key, draft.kind),
    errors,
    control: zone
      ? zoneInput(value, change)
      : textInput(value, (text) => change(text.trim()), { type }),
  });
}

const caption = (key, optional) => (optional ? t('channels.optional', { what: t(key) }) : t(key));

// What is set already is not shown, and stays unless something is written.
export function secretField({ key, optional, drawn }, { draft, errors, set, secrets }) {
  const change = (text) => {
    const { [key]: _, ...rest } = draft.secrets;
    set({ secrets: text ? { ...rest, [key]: text } : rest });
  };
  return field({
    name: `secrets.${key}`,
    label: caption(`channels.secret.${key}`, optional),
    hint: drawn && draft.secrets[key] ? t('channels.drawn.hint') : about(key, draft.kind),
    errors,
    control: (attributes) => html`<span class="with">
      ${textInput(draft.secrets[key], (text) => change(pasted(key, text.trim())), {
        type: drawn ? 'text' : 'password',
        placeholder: secrets.includes(key) ? t('channels.secret.set') : undefined,
      })(attributes)}
      ${drawn ? drawButton(() => change(drawnSecret())) : nothing}
    </span>`,
  });
}

const drawButton = (draw) => html`<button type="button" @click=${draw}>${t('channels.draw')}</button>`;

// Which field of a WeChat template is filled with what.
function contentsForm(value, change, errors) {
  const rows = Object.entries(value);
  const replaced = (i, row) => change(Object.fromEntries(rows.with(i, row)));
  const wrong = Object.entries(errors).find(([name]) => name.startsWith('settings.fields'))?.[1];
  const added = () =>
    change({ ...value, [`thing${rows.length + 1}`]: CONTENTS[rows.length % CONTENTS.length] });
  return html`<div class="form">
    <h2>${t('channels.setting.fields')}</h2>
    <p class="soft">${t('channels.hint.fields')}</p>
    ${rows.map(
      ([name, content], i) => html`<div class="reader">
        <input aria-label=${t('channels.fields.name')} maxlength="40" .value=${name}
          @change=${({ target }) => replaced(i, [target.value.trim(), content])} />
        <select aria-label=${t('channels.fields.content')}
          @change=${({ target }) => replaced(i, [name, target.value])}>
          ${CONTENTS.map(
            (each) => html`<option value=${each} ?selected=${each === content}>
              ${t(`channels.content.${each}`)}
            </option>`,
          )}
        </select>
        <button type="button" class="icon" aria-label="${t('parts.remove')}: ${name}"
          @click=${() => change(Object.fromEntries(rows.toSpliced(i, 1)))}>${icons.close}</button>
      </div>`,
    )}
    <button type="button" class="quiet" @click=${added}>+ ${t('channels.fields.add')}</button>
    <p class="wrong" role="alert">${wrong ?? nothing}</p>
  </div>`;
}
