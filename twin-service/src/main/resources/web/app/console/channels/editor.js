// One channel: a form made for its kind.
import { LitElement, html, nothing } from 'lit';
import { t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { field, fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { segments, tick } from '../parts/choices.js';
import { Form } from '../parts/form.js';
import { textInput } from '../parts/inputs.js';
import { failure } from '../parts/notes.js';
import { Question } from '../parts/question.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';
import { blank, contentOf, wrongs } from './draft.js';
import { editorStyles } from './editor-styles.js';
import { KINDS, SPECS, hasLanguage } from './kinds.js';
import { policyForm } from './policy.js';
import { readersForm } from './readers.js';
import { secretField, settingField } from './settings.js';
import './trial.js';

class ChannelEditor extends LitElement {
  static properties = {
    // The id of a channel, or "new".
    channelId: { attribute: false },
    // Of a new one.
    kind: { attribute: false },
  };

  static styles = [base, buttons, fields, partStyles, editorStyles];

  #form = new Form(this, (draft, channel) => wrongs(draft, channel?.secrets ?? []));
  #question = new Question(this);

  constructor() {
    super();
    new SettingsController(this);
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.channelId !== 'new') {
      this.#form.run(async () => this.#take(await api.get(this.channelId)));
    } else if (KINDS.includes(this.kind)) {
      this.#form.begin(blank(this.kind));
    }
  }

  #take = (channel) => this.#form.begin(contentOf(channel), channel);

  render() {
    const { problem, draft } = this.#form;
    return html`<a class="back" href=${href('console', 'channels')}>${icons.back}${t('channels.all')}</a>
      ${problem?.errors.length === 0 ? failure(problem) : nothing}
      ${draft ? this.#page() : this.channelId === 'new' ? this.#choice() : nothing}
      ${this.#question.render()}`;
  }

  #choice() {
    return html`<div class="head"><h1>${t('channels.new')}</h1></div>
      <ul class="kinds">
        ${KINDS.map(
          (kind) => html`<li>
            <a class="card" href=${href('console', 'channels', 'new', kind)}>
              <b>${t(`channel.kind.${kind}`)}</b><span class="soft">${t(`channels.about.${kind}`)}</span>
            </a>
          </li>`,
        )}
      </ul>`;
  }

  #page() {
    const { draft, errors, set, thing: channel, busy, saved } = this.#form;
    const context = { draft, errors, set, secrets: channel?.secrets ?? [] };
    const { readers } = SPECS[draft.kind];
    return html`<div class="head">
        <h1>${channel?.name ?? t(`channel.kind.${draft.kind}`)}</h1>
        ${channel ? this.#deeds(channel) : nothing}
      </div>
      <form class="both" novalidate @submit=${this.#store}>
        <section class="card form">${this.#address(context)}</section>
        <div class="form">
          ${readers ? html`<section class="card form">${readersForm(readers, context)}</section>` : nothing}
          <section class="card form">
            ${tick({
              label: t('channels.enabled'),
              hint: t('channels.enabled.hint'),
              checked: draft.enabled ?? true,
              pick: (enabled) => set({ enabled }),
            })}
            ${policyForm(context)}
          </section>
        </div>
        <div class="save">
          <span role="status">${saved ? t('channels.saved') : nothing}</span>
          <button class="primary" ?disabled=${busy}>${t('parts.save')}</button>
        </div>
      </form>`;
  }

  #deeds({ id, name }) {
    return html`<st-channel-trial .channelId=${id} .name=${name}></st-channel-trial>
      <a href=${href('console', 'channels', 'messages', id)}>${t('channels.messages')}</a>
      <button class="danger" @click=${this.#remove}>${t('parts.delete')}</button>`;
  }

  #address(context) {
    const { draft, errors, set } = context;
    const { settings, secrets } = SPECS[draft.kind];
    return html`<p class="soft">${t(`channels.how.${draft.kind}`)}</p>
      ${errors.kind ? html`<p class="error" role="alert">${errors.kind}</p>` : nothing}
      ${field({
        name: 'name',
        label: t('channels.name'),
        errors,
        control: textInput(draft.name, (name) => set({ name }), { maxlength: 64 }),
      })}
      ${settings.filter(({ server }) => !server).map((each) => settingField(each, context))}
      ${secrets.map((each) => secretField(each, context))}
      ${hasLanguage(draft.kind)
        ? segments({
            name: 'language',
            label: t('channels.language'),
            value: draft.language ?? 'en',
            options: ['zh', 'en'].map((each) => ({ value: each, label: t(`channels.language.${each}`) })),
            pick: (language) => set({ language }),
          })
        : nothing}
      ${settings.filter(({ server }) => server).map((each) => settingField(each, context))}`;
  }

  #store = async (event) => {
    event.preventDefault();
    const { thing, draft } = this.#form;
    const saved = await this.#form.save(async () =>
      this.#take(await (thing ? api.change(thing, draft) : api.create(draft))),
    );
    if (saved && !thing) {
      location.replace(href('console', 'channels', this.#form.thing.id));
    }
  };

  #remove = async () => {
    const { thing } = this.#form;
    const yes = await this.#question.ask({
      heading: t('channels.delete', { name: thing.name }),
      text: t('channels.delete.text'),
      yes: t('parts.delete'),
    });
    if (yes && (await this.#form.run(() => api.remove(thing)))) {
      location.hash = href('console', 'channels');
    }
  };
}

customElements.define('st-channel-editor', ChannelEditor);
