from django.db import migrations, models
from django.utils import timezone


class Migration(migrations.Migration):
    dependencies = [("desk", "0008_paper_flow")]

    operations = [
        migrations.AddField(
            model_name="paperversion",
            name="begun_at",
            field=models.DateTimeField(default=timezone.now),
            preserve_default=False,
        ),
    ]
