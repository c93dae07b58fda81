// Keeps a page of the console up to date: asks for its part again while anything goes on, less often while nothing changes, and not at all
// while nobody looks. Without this script the page asks again as a whole.
"use strict";

(() => {
  const fastest = 1500;
  const slowest = 30000;
  let pause = fastest;
  let tag = null;
  let timer = 0;

  const part = () => document.getElementById("part");

  function remaining(until) {
    const seconds = Math.max(0, Math.round((until - Date.now()) / 1000));
    const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
    return hours > 0 ? `${hours} h ${minutes} min` : minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`;
  }

  function countDown() {
    for (const time of document.querySelectorAll("time[data-countdown]")) {
      time.dataset.moment ??= time.textContent;
      time.textContent = `${time.dataset.moment} (${remaining(Date.parse(time.dateTime))})`;
    }
  }

  // Where the keyboard was it stays.
  function replace(html) {
    const next = new DOMParser().parseFromString(html, "text/html").getElementById("part");
    if (!next) {
      return false;
    }

    const focused = part().contains(document.activeElement) ? document.activeElement : null;
    const same = focused?.id ? `#${CSS.escape(focused.id)}` : focused?.hasAttribute("href") ? `a[href="${CSS.escape(focused.getAttribute("href"))}"]` : null;
    const open = [...part().querySelectorAll("details[open]")].map(details => details.id);
    part().replaceWith(document.adoptNode(next));
    for (const id of open) {
      document.getElementById(id)?.setAttribute("open", "");
    }
    countDown();
    if (same) {
      document.querySelector(same)?.focus({ preventScroll: true });
    }

    return true;
  }

  // What somebody has begun to write is not taken away.
  const isWriting = () => [...part().querySelectorAll("input:not([type=hidden]), textarea")].some(field => field.value !== field.defaultValue);

  async function update() {
    clearTimeout(timer);
    if (document.hidden || part()?.dataset.live !== "on") {
      return;
    }

    try {
      const answer = await fetch(location.href, {
        headers: { "Console-Part": "1", ...(tag ? { "If-None-Match": tag } : {}) },
        cache: "no-store",
        redirect: "error",
      });
      if (answer.status === 200 && !isWriting() && replace(await answer.text())) {
        tag = answer.headers.get("ETag");
        pause = fastest;
      } else {
        pause = Math.min(slowest, pause * 1.5);
      }
    } catch {
      pause = Math.min(slowest, pause * 2);
    }

    timer = setTimeout(update, pause);
  }

  if (part()) {
    countDown();
    setInterval(countDown, 1000);
    document.addEventListener("visibilitychange", update);
    timer = setTimeout(update, pause);
  }
})();
