// One channel: a form made for its kind.
import { LitElement, html, nothing } from 'lit';
import { problemText, t } from '../../i18n.js';
import { href } from '../../router.js';
import { SettingsController } from '../../settings.js';
import { errorsOf, field, fields } from '../../ui/field.js';
import { icons } from '../../ui/icons.js';
import { base, buttons } from '../../ui/styles.js';
import { segments, tick } from '../parts/choices.js';
import { Question } from '../parts/question.js';
import { partStyles } from '../parts/styles.js';
import * as api from './api.js';
import { blank, contentOf, wrongs } from './draft.js';
import { editorStyles } from './editor-styles.js';
import { policyForm } from './policy.js';
import { KINDS, SPECS, hasLanguage } from './kinds.js';
import { readersForm } from './readers.js';
import { secretField, settingField } from './settings.js';
import './trial.js';

class ChannelEditor extends LitElement {
  static properties = {
    // The id of a channel, or "new".
    channelId: { attribute: false },
    // Of a new one.
    kind: { attribute: false },
    channel: { state: true },
    draft: { state: true },
    tried: { state: true },
    saved: { state: true },
    busy: { state: true },
    problem: { state: true },
  };

  static styles = [base, buttons, fields, partStyles, editorStyles];

  #question = new Question(this);

  constructor() {
    super();
    new SettingsController(this);
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.channelId !== 'new') {
      this.#do(async () => this.#take(await api.get(this.channelId)));
    } else if (KINDS.includes(this.kind)) {
      this.draft = blank(this.kind);
    }
  }

  #take(channel) {
    this.channel = channel;
    this.draft = contentOf(channel);
    this.tried = false;
  }

  get #errors() {
    const told = this.tried ? wrongs(this.draft, this.channel?.secrets ?? []) : {};
    const refused = this.problem?.errors?.map(({ field: name }) => name) ?? [];
    return { ...(refused.length > 0 ? errorsOf(this.problem, refused) : {}), ...told };
  }

  render() {
    return html`<a class="back" href=${href('console', 'channels')}>${icons.back}${t('channels.all')}</a>
      ${this.problem && this.problem.errors.length === 0
        ? html`<p class="error" role="alert">${this.problem.code === 'not-found' ? t('parts.gone') : problemText(this.problem)}</p>`
        : nothing}
      ${this.draft ? this.#form() : this.channelId === 'new' ? this.#choice() : nothing}
      ${this.#question.render()}`;
  }

  #choice() {
    return html`<div class="head"><h1>${t('channels.new')}</h1></div>
      <ul class="kinds">
        ${KINDS.map(
          (kind) => html`<li><a class="card" href=${href('console', 'channels', 'new', kind)}>
            <b>${t(`channel.kind.${kind}`)}</b><span class="soft">${t(`channels.about.${kind}`)}</span>
          </a></li>`,
        )}
      </ul>`;
  }

  #form() {
    const { draft, channel } = this;
    const { kind } = draft;
    const spec = SPECS[kind];
    const context = { draft, errors: this.#errors, set: (change) => this.#set(change), secrets: channel?.secrets ?? [] };
    return html`<div class="head">
        <h1>${channel?.name ?? t(`channel.kind.${kind}`)}</h1>
        ${channel
          ? html`<st-channel-trial .channelId=${channel.id} .name=${channel.name}></st-channel-trial>
              <a href=${href('console', 'channels', 'messages', channel.id)}>${t('channels.messages')}</a>
              <button class="danger" @click=${this.#remove}>${t('parts.delete')}</button>`
          : nothing}
      </div>
      <form class="both" novalidate @submit=${this.#store}>
        <section class="card form">
          <p class="soft">${t(`channels.how.${kind}`)}</p>
          ${context.errors.kind ? html`<p class="error" role="alert">${context.errors.kind}</p>` : nothing}
          ${field({
            name: 'name',
            label: t('channels.name'),
            errors: context.errors,
            control: ({ id, invalid, describedBy }) => html`<input id=${id} maxlength="64" autocomplete="off" .value=${draft.name}
              aria-invalid=${invalid} aria-describedby=${describedBy} @input=${({ target }) => this.#set({ name: target.value })} />`,
          })}
          ${spec.settings.filter(({ server }) => !server).map((each) => settingField(each, context))}
          ${spec.secrets.map((each) => secretField(each, context))}
          ${hasLanguage(kind)
            ? segments({
                name: 'language',
                label: t('channels.language'),
                value: draft.language ?? 'en',
                options: ['zh', 'en'].map((language) => ({ value: language, label: t(`channels.language.${language}`) })),
                pick: (language) => this.#set({ language }),
              })
            : nothing}
          ${spec.settings.filter(({ server }) => server).map((each) => settingField(each, context))}
        </section>
        <div class="form">
          ${spec.readers ? html`<section class="card form">${readersForm(spec.readers, context)}</section>` : nothing}
          <section class="card form">
            ${tick({ label: t('channels.enabled'), hint: t('channels.enabled.hint'), checked: draft.enabled ?? true, pick: (enabled) => this.#set({ enabled }) })}
            ${policyForm(context)}
          </section>
        </div>
        <div class="save">
          <span role="status">${this.saved ? t('channels.saved') : nothing}</span>
          <button class="primary" ?disabled=${this.busy}>${t('parts.save')}</button>
        </div>
      </form>`;
  }

  #set(change) {
    this.draft = { ...this.draft, ...change };
    this.saved = false;
    this.problem = undefined;
  }

  async #do(work) {
    this.busy = true;
    this.problem = undefined;
    try {
      await work();
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    } finally {
      this.busy = false;
    }
  }

  #store = async (event) => {
    event.preventDefault();
    this.tried = true;
    if (Object.keys(this.#errors).length === 0) {
      const { channel, draft } = this;
      await this.#do(async () => this.#take(await (channel ? api.change(channel, draft) : api.create(draft))));
      this.saved = !this.problem;
    }
    await this.updateComplete;
    this.renderRoot.querySelector('[aria-invalid="true"]')?.focus();
    if (this.saved && this.channelId === 'new') {
      location.replace(href('console', 'channels', this.channel.id));
    }
  };

  #remove = async () => {
    const { channel } = this;
    const yes = await this.#question.ask({
      heading: t('channels.delete', { name: channel.name }),
      text: t('channels.delete.text'),
      yes: t('parts.delete'),
    });
    if (yes && (await this.#do(() => api.remove(channel)))) {
      location.hash = href('console', 'channels');
    }
  };
}

customElements.define('st-channel-editor', ChannelEditor);
