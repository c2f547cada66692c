import { createApi, join, readDemo, redeem } from './api.js';
import { createChat } from './chat.js';
import { chatView } from './chat-view.js';
import { ask } from './dialogs.js';
import { joinCodeOf, joinView } from './join-view.js';
import { newId } from './new-id.js';
import { session, takeCode, takeJoin } from './session.js';
import { openSetup } from './setup-view.js';
import { pickView, signInView } from './sign-in-view.js';
import { createTimes } from './times.js';
import { browserLocale, words } from './words.js';

const app = document.getElementById('app');
const RETRY_MS = 3_000;

function show(view, locale) {
  document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
  app.replaceChildren(view);
}

/** Starts the page from the beginning: nobody's timers and streams live on. */
const restart = () => location.reload();

async function enter(code) {
  try {
    const token = await redeem(code);
    session.signOut();
    session.signIn(token);
    restart();
    return null;
  } catch (error) {
    return error.words ?? words[browserLocale()].pressFailed;
  }
}

/** Asks for a name and comes in by a join code; never resolves once it worked. */
function showJoin(code) {
  const locale = browserLocale();
  const id = newId();
  const onJoin = async (name) => {
    try {
      const token = await join(code, name, id);
      session.signOut();
      session.signIn(token);
      restart();
      return null;
    } catch (error) {
      return error.words ?? words[locale].pressFailed;
    }
  };
  show(joinView({ t: words[locale], onJoin }), locale);
}

/** What was pasted where one signs in: a one-time link, or a join code. */
async function take(text) {
  const code = joinCodeOf(text);
  if (code === null) return enter(text);
  showJoin(code);
  return null;
}

async function welcome(problem = null) {
  const locale = browserLocale();
  const t = words[locale];
  const demo = await untilReached(readDemo);
  const onPick = (person) => {
    session.pick(person.token);
    restart();
  };
  if (demo) show(pickView({ t, people: demo.people, onPick }), locale);
  else show(signInView({ t, error: problem, onCode: take }), locale);
}

async function openChat({ token, demo }) {
  const api = createApi(token);
  const onSignedOut = () => {
    session.signOut();
    restart();
  };
  const me = await untilReached(() => api.me());
  const people = demo ? (await untilReached(readDemo))?.people : null;
  const t = words[me.locale];
  const chat = createChat({ api, me, times: createTimes(me), onSignedOut });
  const onPick = (person) => {
    session.pick(person.token);
    restart();
  };
  const view = chatView({ chat, t, people, onPick, onSignOut: onSignedOut });
  show(view.node, me.locale);
  await chat.start();
  view.open();
  if (me.role === 'admin' && !people) await firstSteps(chat, t);
}

/** Who runs a company of one starts with the people. */
async function firstSteps(chat, t) {
  const company = await chat.company().catch(() => null);
  if (company && company.people.length === 1 && company.teams.length === 0) await openSetup({ chat, t });
}

/** Repeats a request until the server is there; other failures are thrown. */
async function untilReached(work) {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!error.passing) throw error;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** Whether a link that was opened here may take the place of who is signed in: a link must not do so by itself. */
async function mayReplace(current) {
  const me = await createApi(current.token)
    .me()
    .catch(() => null);
  if (!me) return true;
  const t = words[me.locale];
  document.documentElement.lang = me.locale === 'zh' ? 'zh-CN' : 'en';
  return ask(t, t.switchTitle, [t.switchYes, t.switchNo(me.name)], t.switchText(me.name));
}

async function start() {
  const code = takeCode();
  const joining = takeJoin();
  const current = session.read();
  let problem = null;
  if (code && (!current || (await mayReplace(current)))) {
    problem = await enter(code);
    if (problem === null) return;
  }
  if (joining && (!current || (await mayReplace(current)))) return showJoin(joining);
  if (!current) return welcome(problem);
  try {
    await openChat(current);
  } catch (error) {
    if (error.status !== 401) throw error;
    session.signOut();
    await welcome(problem);
  }
}

window.addEventListener('hashchange', () => /^#(?:code|join)=/.test(location.hash) && restart());
start();
