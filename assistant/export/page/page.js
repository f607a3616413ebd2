"use strict";
(() => {
  // One break: its cues, followed by the clock of the sound where there is one, else by that of the browser.
  const by = (id) => document.getElementById(id);
  const { cues, length, says, still } = JSON.parse(by("break").textContent);
  const room = by("picture");
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  const READ_A_REPLY = 6000;

  let sound = by("sound");
  let state = "ready"; // ready, running, paused, over
  let position = 0; // milliseconds into the break, while no sound tells it
  let since = 0; // what the browser's clock showed there
  let shown = -1; // the cue that is on the screen
  let instead = null; // words that have come in the place of those of a cue

  document.documentElement.classList.add("scripted");

  const now = () => {
    if (state !== "running") return position;
    const at = sound ? sound.currentTime * 1000 : position + performance.now() - since;
    return Math.min(length, at);
  };

  const cueAt = (at) => {
    let index = cues.length - 1;
    while (index > 0 && cues[index].at > at) index -= 1;
    return index;
  };

  const clockFace = (ms) => {
    const seconds = Math.ceil(ms / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  };

  // How high the light stands: it follows the breath, and in a silence it is the sign that time goes on.
  const fullness = (cue, at) => {
    const part = Math.min(1, Math.max(0, (at - cue.at) / (cue.end - cue.at)));
    if (cue.kind === "quiet") return still + (1 - still) * Math.sin(Math.PI * part);
    return cue.low + ((cue.high - cue.low) * (1 - Math.cos(Math.PI * part))) / 2;
  };

  const tell = (words) => {
    by("live").textContent = words;
  };

  const choiceOf = (choice, number) => {
    const item = document.createElement("li");
    const inside = document.createElement(choice.href ? "a" : choice.elsewhere ? "span" : "button");
    const key = document.createElement("kbd");
    key.textContent = number;
    inside.append(key, ` ${choice.words}`);
    if (choice.href) {
      inside.href = choice.href;
      inside.className = "choice";
    } else if (choice.elsewhere) {
      inside.append(` (${says.elsewhere})`);
      inside.className = "elsewhere";
    } else {
      inside.type = "button";
      inside.addEventListener("click", () => choose(choice));
    }
    item.append(inside);
    return item;
  };

  const show = (index) => {
    shown = index;
    instead = null;
    if (sound) sound.muted = false;
    const cue = cues[index];
    by("thought").textContent = cue.words;
    by("hint").textContent = cue.hint;
    const hadFocus = by("choices").contains(document.activeElement);
    by("choices").replaceChildren(...cue.choices.map((choice, at) => choiceOf(choice, at + 1)));
    if (hadFocus) by("play").focus();
    room.dataset.door = cue.closed ? "closed" : "ajar";
    const cycle = cue.phase !== null;
    by("cycle").hidden = !cycle;
    room.toggleAttribute("hidden", cycle);
    [...by("cycle").children].forEach((item, at) => {
      if (at + 1 === cue.phase) item.setAttribute("aria-current", "step");
      else item.removeAttribute("aria-current");
    });
    if (cue.tell) tell(cue.tell);
  };

  const paint = () => {
    const at = now();
    const index = cueAt(at);
    if (index !== shown) show(index);
    room.style.setProperty("--full", calm.matches ? still : fullness(cues[index], at));
    const steady = calm.matches ? Math.floor(at / 1000) * 1000 : at;
    by("been").style.setProperty("--part", at >= length ? 1 : steady / length);
    const left = clockFace(length - at);
    if (by("left").textContent !== left) by("left").textContent = left;
  };

  const follow = () => {
    if (state !== "running") return;
    paint();
    if (now() >= length) finish();
  };

  const frame = () => {
    follow();
    if (state === "running") requestAnimationFrame(frame);
  };

  const enter = (next) => {
    state = next;
    const busy = state === "running" || state === "paused";
    const does = { ready: says.start, running: says.pause, paused: says.goOn, over: says.again };
    by("play-does").textContent = does[state];
    by("next").disabled = by("stop").disabled = !busy;
    document.documentElement.dataset.state = state;
  };

  // Without its sound the break goes on by the clock of the browser.
  const withoutSound = () => {
    if (!sound) return;
    position = now();
    since = performance.now();
    sound.pause();
    sound = null;
    by("note").textContent = says.noSound;
  };

  const play = () => {
    if (state === "over") position = 0;
    since = performance.now();
    if (sound) {
      if (Math.abs(sound.currentTime * 1000 - position) > 20) sound.currentTime = position / 1000;
      sound.play().catch((error) => {
        if (error.name !== "AbortError") withoutSound();
      });
    }
    enter("running");
    requestAnimationFrame(frame);
  };

  const pause = () => {
    if (state !== "running") return;
    position = now();
    if (sound) sound.pause();
    enter("paused");
    tell(`${says.paused} ${clockFace(length - position)}`);
  };

  // A key of the keyboard, headphones that are pulled out or a call may stop the sound, or start it, without asking us.
  const heed = () => {
    if (!sound || sound.ended) return;
    if (sound.paused) pause();
    else if (state !== "running") play();
  };

  const toggle = () => (state === "running" ? pause() : play());

  const goTo = (at) => {
    position = Math.min(length, at);
    since = performance.now();
    if (sound) sound.currentTime = position / 1000;
    if (position >= length) finish();
    else paint();
  };

  const finish = () => {
    if (sound) sound.pause();
    position = length;
    enter("over");
    paint();
    by("choices").replaceChildren();
    tell(says.over);
  };

  const stop = () => {
    if (sound) sound.pause();
    position = 0;
    shown = -1;
    enter("ready");
    by("thought").textContent = says.about;
    by("hint").textContent = "";
    by("choices").replaceChildren();
    by("cycle").hidden = true;
    room.removeAttribute("hidden");
    room.dataset.door = "ajar";
    room.style.setProperty("--full", still);
    by("been").style.setProperty("--part", 0);
    by("left").textContent = clockFace(length);
    tell(says.stopped);
    document.activeElement?.disabled && by("play").focus();
  };

  // From breaths to the next step and from a turn to the next, else to what is said next.
  const skip = () => {
    if (state !== "running" && state !== "paused") return;
    const here = cues[cueAt(now())];
    const later = cues.slice(cues.indexOf(here) + 1);
    const whole = here.breath || here.kind === "turn";
    const next = later.find((cue) => !whole || cue.step !== here.step || cue.turn !== here.turn);
    goTo(next ? next.at : length);
  };

  const choose = (choice) => {
    if (state === "paused") play();
    if (choice.href) location.href = choice.href;
    else if (choice.then === "end") finish();
    else if (choice.then === "help") {
      skip();
      tooMuch();
    } else if (choice.reply) {
      const cue = cues[cueAt(now())];
      instead = choice.reply;
      goTo(Math.max(cue.at, cue.end - Math.max(READ_A_REPLY, choice.needs)));
      by("thought").textContent = instead;
      by("choices").replaceChildren();
      by("play").focus();
      if (sound) sound.muted = true; // what it says there has been said
      tell(instead);
    } else skip();
  };

  const tooMuch = () => {
    pause();
    by("help").showModal();
    by("help-heading").focus();
  };

  const key = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || by("help").open) return;
    const target = event.target;
    if (event.key === " ") {
      if (target.closest("button, input, a")) return; // that is what it presses there
      event.preventDefault();
      if (!event.repeat) toggle();
      return;
    }
    if (!by("letters").checked || event.repeat) return;
    const choices = shown >= 0 && instead === null && state !== "over" ? cues[shown].choices : [];
    const choice = choices[Number(event.key) - 1];
    if (choice && !choice.elsewhere) choose(choice);
    else ({ n: skip, m: tooMuch, q: () => state !== "ready" && stop() })[event.key.toLowerCase()]?.();
  };

  by("play").addEventListener("click", toggle);
  by("next").addEventListener("click", skip);
  by("much").addEventListener("click", tooMuch);
  by("stop").addEventListener("click", stop);
  by("go-on").addEventListener("click", () => {
    by("help").close();
    if (state === "paused") play();
  });
  by("leave").addEventListener("click", () => {
    by("help").close();
    if (state !== "ready") stop();
  });
  document.addEventListener("keydown", key);
  // What was pressed with a pointer does not keep the space bar for itself.
  document.addEventListener("pointerup", () => setTimeout(() => document.activeElement?.matches("button") && document.activeElement.blur()));
  if (sound) {
    sound.addEventListener("error", withoutSound);
    sound.addEventListener("timeupdate", follow);
    sound.addEventListener("pause", heed);
    sound.addEventListener("play", heed);
    sound.addEventListener("ended", () => state === "running" && finish());
  }
  setInterval(follow, 250); // where nobody looks there are no frames

  const hour = new Date().getHours();
  const light = hour >= 5 && hour < 10 ? "morning" : hour < 16 && hour >= 10 ? "noon" : hour < 21 && hour >= 16 ? "dusk" : "night";
  document.documentElement.dataset.hour = light;
  room.style.setProperty("--full", still);
  enter("ready");
})();
