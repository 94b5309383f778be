import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

STATES = [
    ("draft", "kladde"),
    ("submitted", "sendt til godkendelse"),
    ("returned", "sendt tilbage"),
    ("approved", "godkendt"),
    ("on_agenda", "på dagsorden"),
    ("decided", "besluttet"),
    ("withdrawn", "trukket tilbage"),
]
MOVES = [
    ("submit", "Send til godkendelse"),
    ("return", "Send tilbage"),
    ("approve", "Godkend"),
    ("endorse", "Giv påtegning"),
    ("place", "Sæt på dagsorden"),
    ("take_off", "Tag af dagsorden"),
    ("decide", "Marker som besluttet"),
    ("pass_on", "Send videre til næste udvalg"),
    ("withdraw", "Træk tilbage"),
    ("resume", "Genoptag"),
]


class Migration(migrations.Migration):
    dependencies = [("desk", "0007_attachment_files")]

    operations = [
        migrations.AddField("hearing", "closed_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "hearing",
            "closed_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            "paper", "state", models.CharField(choices=STATES, default="draft", max_length=20)
        ),
        migrations.AlterField("papermove", "from_state", models.CharField(choices=STATES, max_length=20)),
        migrations.AlterField("papermove", "move", models.CharField(choices=MOVES, max_length=20)),
        migrations.AlterField("papermove", "to_state", models.CharField(choices=STATES, max_length=20)),
    ]
