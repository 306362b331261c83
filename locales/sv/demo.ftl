demo-removal-title = Ta bort demoföretaget
demo-removal-what = Nordvik AB försvinner med sina personer, kunder, möten, mejl och loggar. Det går inte att ångra.
demo-removal-then = Alla loggas ut, och du lägger upp ditt eget företag.
demo-removal-button = Ta bort demoföretaget
