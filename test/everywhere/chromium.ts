// A page in a real Chromium. An environment variable is put within reach of the page, to show that it is left alone.
import { existsSync } from "node:fs";
import { bundle } from "./bundle.ts";
import { keys, type Place } from "./place.ts";
import { load } from "./tools.ts";

interface Page {
  goto(address: string): Promise<unknown>;
  evaluate(script: string): Promise<unknown>;
  addScriptTag(script: { readonly content: string }): Promise<unknown>;
}

interface Browser {
  version(): string;
  newPage(): Promise<Page>;
  close(): Promise<void>;
}

interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser> };
}

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

export const chromium: Place = {
  name: "Chromium",
  environment: false,
  // Its own: a user agent set by a script would make every request preflighted, and tell servers less.
  userAgent: /^Mozilla\/5\.0 (?!.*clientwright).*Chrome\//,
  async find() {
    const executablePath = [process.env["CHROME_PATH"] ?? "", ...usual].find((path) => existsSync(path));
    if (executablePath === undefined) return "no Chromium is installed; CHROME_PATH can name one";
    let playwright: Playwright;
    let browser: Browser;
    try {
      playwright = (await load("playwright-core", "1.65.1"))("playwright-core");
      browser = await launch(playwright, executablePath);
    } catch (error) {
      return String(error);
    }
    const version = browser.version();
    await browser.close();
    return {
      version,
      async run({ folder, page: address }, baseUrl) {
        const script = await bundle(folder, "page.js", "iife");
        const opened = await launch(playwright, executablePath);
        try {
          const page = await opened.newPage();
          await page.goto(address);
          await page.evaluate(`globalThis.process = { env: ${JSON.stringify(keys)} }`);
          await page.addScriptTag({ content: script });
          return await page.evaluate(`smoke(${JSON.stringify(baseUrl)})`);
        } finally {
          await opened.close();
        }
      },
    };
  },
};

/** Starts it with a fresh profile, and with everything off that speaks to other places than the page does. */
function launch({ chromium: browser }: Playwright, executablePath: string): Promise<Browser> {
  const off = ["background-networking", "component-update", "sync"].map((one) => `--disable-${one}`);
  return browser.launch({
    executablePath,
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", ...off],
  });
}
