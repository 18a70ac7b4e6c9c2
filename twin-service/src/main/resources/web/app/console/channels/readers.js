// Who reads a channel that has a list of recipients, each in its language.
import { html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { textInput } from '../parts/inputs.js';
import { icons } from '../../ui/icons.js';

const MOST = 200;
const BLANK = { address: '', language: 'zh' };

export function readersForm(kind, { draft, errors, set }) {
  const readers = draft.recipients ?? [];
  const change = (recipients) => set({ recipients });
  return html`<h2>${t('channels.readers')}</h2>
    <p class="soft">${t(`channels.readers.${kind}`)}</p>
    ${readers.map((reader, i) => {
      const replaced = (part) => change(readers.with(i, { ...reader, ...part }));
      const name = `recipients[${i}].address`;
      const error = errors[name];
      return html`<div>
        <div class="reader">
          ${textInput(reader.address, (text) => replaced({ address: text.trim() }), {
            type: kind === 'mail' ? 'email' : 'text',
            maxlength: 254,
            label: t(`channels.address.${kind}`),
          })({ id: name, invalid: error ? 'true' : 'false', describedBy: `${name}-error` })}
          <select aria-label=${t('channels.language')}
            @change=${({ target }) => replaced({ language: target.value })}>
            ${['en', 'zh'].map(
              (language) => html`<option value=${language} ?selected=${language === (reader.language ?? 'en')}>
                ${t(`channels.language.${language}`)}
              </option>`,
            )}
          </select>
          <button type="button" class="icon" aria-label="${t('parts.remove')}: ${reader.address}"
            @click=${() => change(readers.toSpliced(i, 1))}>${icons.close}</button>
        </div>
        <p id="${name}-error" class="wrong" role="alert">${error ?? nothing}</p>
      </div>`;
    })}
    <p id="recipients" class="wrong" role="alert">${errors.recipients ?? nothing}</p>
    ${readers.length < MOST
      ? html`<button type="button" class="quiet" @click=${() => change([...readers, BLANK])}>
          + ${t('channels.readers.add')}
        </button>`
      : nothing}`;
}
