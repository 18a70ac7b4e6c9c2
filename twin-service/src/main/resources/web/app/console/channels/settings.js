// The settings and secrets of a channel as fields.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { field } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { zoneInput } from '../parts/zones.js';
import { CONTENTS, drawnSecret, pasted } from './kinds.js';

const about = (key, kind) => [`channels.hint.${kind}.${key}`, `channels.hint.${key}`].map((name) => [name, t(name)]).find(([name, text]) => name !== text)?.[1];

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
      : ({ id, invalid, describedBy }) => html`<input id=${id} type=${type ?? 'text'} autocomplete="off" spellcheck="false"
          .value=${value ?? ''} aria-invalid=${invalid} aria-describedby=${describedBy}
          @input=${({ target }) => change(target.value.trim())} />`,
  });
}

const caption = (key, optional) => (optional ? t('channels.optional', { what: t(key) }) : t(key));

// What is set already is not shown, and stays unless something is written.
export function secretField({ key, optional, drawn }, { draft, errors, set, secrets }) {
  const change = (text) => {
    const { [key]: _, ...rest } = draft.secrets;
    set({ secrets: text ? { ...rest, [key]: text } : rest });
  };
  const known = secrets.includes(key);
  return field({
    name: `secrets.${key}`,
    label: caption(`channels.secret.${key}`, optional),
    hint: drawn && draft.secrets[key] ? t('channels.drawn.hint') : about(key, draft.kind),
    errors,
    control: ({ id, invalid, describedBy }) => html`<span class="with">
      <input id=${id} type=${drawn ? 'text' : 'password'} autocomplete="off" spellcheck="false"
        placeholder=${known ? t('channels.secret.set') : ''} .value=${draft.secrets[key] ?? ''}
        aria-invalid=${invalid} aria-describedby=${describedBy}
        @input=${({ target }) => change(pasted(key, target.value.trim()))} />
      ${drawn ? html`<button type="button" @click=${() => change(drawnSecret())}>${t('channels.draw')}</button>` : nothing}
    </span>`,
  });
}

// Which field of a WeChat template is filled with what.
function contentsForm(value, change, errors) {
  const rows = Object.entries(value);
  const replaced = (i, row) => change(Object.fromEntries(rows.with(i, row)));
  const wrong = Object.entries(errors).find(([name]) => name.startsWith('settings.fields'))?.[1];
  return html`<div class="form">
    <h2>${t('channels.setting.fields')}</h2>
    <p class="soft">${t('channels.hint.fields')}</p>
    ${rows.map(
      ([name, content], i) => html`<div class="reader">
        <input aria-label=${t('channels.fields.name')} maxlength="40" .value=${name}
          @change=${({ target }) => replaced(i, [target.value.trim(), content])} />
        <select aria-label=${t('channels.fields.content')} @change=${({ target }) => replaced(i, [name, target.value])}>
          ${CONTENTS.map((each) => html`<option value=${each} ?selected=${each === content}>${t(`channels.content.${each}`)}</option>`)}
        </select>
        <button type="button" class="icon" aria-label="${t('parts.remove')}: ${name}"
          @click=${() => change(Object.fromEntries(rows.toSpliced(i, 1)))}>${icons.close}</button>
      </div>`,
    )}
    <button type="button" class="quiet" @click=${() => change({ ...value, [`thing${rows.length + 1}`]: CONTENTS[rows.length % CONTENTS.length] })}>
      + ${t('channels.fields.add')}</button>
    <p class="wrong" role="alert">${wrong ?? nothing}</p>
  </div>`;
}
